package ma.maydan.events.registration;

import java.time.Duration;
import java.time.Instant;
import ma.maydan.events.question.AnswerStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.notice.Guests;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forgets the address of a guest who has been replaced, once they have been written to that they are, or who has left. */
@Component
class GuestForgetting implements WorkHandler {

    private static final String WORK = "guest.forget";
    private static final Duration AFTER = Duration.ofDays(7);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final RegistrationStore registrations;
    private final Guests guests;
    private final AnswerStore answers;

    GuestForgetting(RegistrationStore registrations, Guests guests, AnswerStore answers) {
        this.registrations = registrations;
        this.guests = guests;
        this.answers = answers;
    }

    static Due of(String guestId, Instant now) {
        return Due.at(WORK, guestId, now.plus(AFTER));
    }

    /** With the end of a guest who had registered themselves; not before a request of the same that is under way. */
    static @Nullable Change<Registration> with(Registration before, @Nullable Change<Registration> left) {
        return left == null || !before.holder().isOwnGuests()
                ? left
                : left.and(
                        Due.at(WORK, before.personId(), left.state().updatedAt().plus(SOON)));
    }

    @Override
    public String kind() {
        return WORK;
    }

    @Override
    public void run(Work work, Lease lease) {
        if (registrations.active(work.subject()).isEmpty()) {
            guests.forget(work.subject());
            answers.dropOf(work.subject());
        }
    }
}
