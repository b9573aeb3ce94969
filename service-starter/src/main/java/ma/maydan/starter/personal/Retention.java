package ma.maydan.starter.personal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import ma.maydan.starter.schedule.WorkStore;
import org.springframework.scheduling.annotation.Scheduled;

/** Erases what has been kept for as long as is declared: once a day, as due work. */
final class Retention implements WorkHandler {

    static final String WORK = "personal.retention";

    private final List<PersonalData> held;
    private final WorkStore work;
    private final Clock clock;

    Retention(List<PersonalData> held, WorkStore work, Clock clock) {
        this.held = held;
        this.work = work;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void plan() {
        work.put(
                Due.at(
                        WORK,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
                        clock.instant()),
                1);
    }

    @Override
    public String kind() {
        return WORK;
    }

    @Override
    public int together() {
        return 1;
    }

    @Override
    public void run(Work piece, Lease lease) {
        var now = clock.instant();
        for (var data : held) {
            data.forget(now);
            lease.keep(piece.data());
        }
    }
}
