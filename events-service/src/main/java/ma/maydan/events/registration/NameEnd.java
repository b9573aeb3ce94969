package ma.maydan.events.registration;

import java.time.Clock;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.stereotype.Component;

/** Gives back a seat or place that got no name, or no word of its guest, in time, so that it passes on. Who reads one knows it at once, by the clock. */
@Component
class NameEnd implements WorkHandler {

    private final RegistrationStore registrations;
    private final HeldSeats held;
    private final Clock clock;

    NameEnd(RegistrationStore registrations, HeldSeats held, Clock clock) {
        this.registrations = registrations;
        this.held = held;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Registration.NAME_END;
    }

    @Override
    public void run(Work work, Lease lease) {
        registrations
                .find(work.subject())
                .filter(one -> one.isLapsed(clock.instant()))
                .ifPresent(held::release);
    }
}
