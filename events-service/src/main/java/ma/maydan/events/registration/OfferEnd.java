package ma.maydan.events.registration;

import java.time.Clock;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.stereotype.Component;

/** Ends an offer that nobody took in time, so that the seat passes on. Who reads one knows it at once, by the clock. */
@Component
class OfferEnd implements WorkHandler {

    private final RegistrationStore registrations;
    private final RegistrationChanges changes;
    private final Clock clock;

    OfferEnd(RegistrationStore registrations, RegistrationChanges changes, Clock clock) {
        this.registrations = registrations;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Registration.OFFER_END;
    }

    @Override
    public void run(Work work, Lease lease) {
        registrations
                .find(work.subject())
                .filter(offered -> offered.isOfferOver(clock.instant()))
                .ifPresent(changes::expire);
    }
}
