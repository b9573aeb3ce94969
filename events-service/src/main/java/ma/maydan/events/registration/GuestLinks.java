package ma.maydan.events.registration;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import ma.maydan.events.event.Event;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.notice.Guests;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.schedule.WorkStore;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a guest does with what they hold, by the link of their mail. */
@Service
class GuestLinks {

    private final SeatLinks links;
    private final RegistrationStore registrations;
    private final RegistrationChanges changes;
    private final RegistrationAnswers answers;
    private final Guests guests;
    private final WorkStore work;
    private final Clock clock;

    GuestLinks(
            SeatLinks links,
            RegistrationStore registrations,
            RegistrationChanges changes,
            RegistrationAnswers answers,
            Guests guests,
            WorkStore work,
            Clock clock) {
        this.links = links;
        this.registrations = registrations;
        this.changes = changes;
        this.answers = answers;
        this.guests = guests;
        this.work = work;
        this.clock = clock;
    }

    /** A guest gives up what they have; who was named gives it back to the organization. */
    void refuse(String key, ExpectedVersion expected) {
        changes.cancel(links.allowed(RegistrationTransition.CANCEL, key, expected));
    }

    /**
     * When there is nothing left to give up, nothing is kept of who had it, within a minute: neither name nor address nor
     * answers. What they had counts as before.
     *
     * @throws ProblemException 409 while it can be given up
     */
    void forget(String key, ExpectedVersion expected) {
        var registration = links.require(key);
        expected.require(registration.version());
        if (!SeatView.isForgettable(links.offer(registration))) {
            throw ProblemException.invalidTransition(links.view(registration).allowedTransitions());
        }
        var now = clock.instant();
        work.put(Due.at(GuestErasing.WORK, registration.personId(), now), now.toEpochMilli());
    }

    /** A guest answers otherwise; see {@link RegistrationAnswers#change}. */
    SeatView answer(String key, ExpectedVersion expected, Map<String, List<String>> given) {
        var registration = links.require(key);
        if (!registration.holder().isOwnGuests()) {
            throw ProblemException.forbidden();
        }
        answers.change(registration, expected, given);
        return links.view(links.require(key));
    }

    /**
     * The address is the guest's: they keep what they have. Where it is that of an account, it is the account's from then
     * on, and the link leads nowhere any more.
     *
     * @throws ProblemException 409 when the time is over, or there is nothing to confirm
     */
    SeatView confirm(String key, ExpectedVersion expected) {
        var registration = links.require(key);
        expected.require(registration.version());
        if (!registration.holder().isUnconfirmed() || registration.isLapsed(clock.instant())) {
            throw ProblemException.invalidTransition(links.offer(registration).allowedTransitions());
        }
        var event = links.eventOf(registration);
        var account = guests.accountOf(registration.personId());
        var confirmed = confirmed(registration, account, event);
        if (!registrations.tryUpdate(confirmed)) {
            throw ProblemException.stale();
        }
        return links.view(confirmed.state());
    }

    private Change<Registration> confirmed(Registration guests, @Nullable String account, @Nullable Event event) {
        var now = clock.instant();
        if (account == null || registrations.active(guests.eventId(), account).isPresent()) {
            return HolderNews.of(guests.verify(guests.personId(), now), event);
        }
        return HolderNews.of(guests.verify(account, now), event).and(GuestForgetting.of(guests.personId(), now));
    }
}
