package ma.maydan.events.registration;

import java.time.Duration;
import java.time.Instant;
import ma.maydan.starter.notice.Guests;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.stereotype.Component;

/** Forgets the address of a guest who has been replaced, once they have been written to that they are. */
@Component
class GuestForgetting implements WorkHandler {

    private static final String WORK = "guest.forget";
    private static final Duration AFTER = Duration.ofDays(7);

    private final RegistrationStore registrations;
    private final Guests guests;

    GuestForgetting(RegistrationStore registrations, Guests guests) {
        this.registrations = registrations;
        this.guests = guests;
    }

    static Due of(String guestId, Instant now) {
        return Due.at(WORK, guestId, now.plus(AFTER));
    }

    @Override
    public String kind() {
        return WORK;
    }

    @Override
    public void run(Work work, Lease lease) {
        if (registrations.active(work.subject()).isEmpty()) {
            guests.forget(work.subject());
        }
    }
}
