package ma.maydan.events.registration;

import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.stereotype.Component;

/** Counts what was answered by who has come to a seat, or whose answers were left half-way. */
@Component
class OptionWork implements WorkHandler {

    private final Choosing choosing;

    OptionWork(Choosing choosing) {
        this.choosing = choosing;
    }

    @Override
    public String kind() {
        return Registration.OPTIONS;
    }

    @Override
    public void run(Work work, Lease lease) {
        choosing.follow(work.subject());
    }
}
