package ma.maydan.events.registration;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.maydan.events.event.Event;
import ma.maydan.events.question.AnswerFile;
import ma.maydan.events.question.AnswerSheet;
import ma.maydan.events.registration.RegistrationView.About;
import ma.maydan.events.registration.RegistrationView.Along;
import ma.maydan.events.registration.RegistrationView.AsGuest;
import ma.maydan.events.registration.RegistrationView.EventNow;
import ma.maydan.events.registration.RegistrationView.For;
import ma.maydan.events.registration.RegistrationView.InTurn;
import ma.maydan.events.registration.RegistrationView.Own;
import ma.maydan.events.seats.InList;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a registration, its event and its place in the waiting list say; one query each for a list. */
@Component
class RegistrationViews {

    private final RegistrationService service;
    private final RegistrationChanges changes;
    private final RegistrationAnswers answers;
    private final SeatLedgerStore ledgers;
    private final Clock clock;

    RegistrationViews(
            RegistrationService service,
            RegistrationChanges changes,
            RegistrationAnswers answers,
            SeatLedgerStore ledgers,
            Clock clock) {
        this.service = service;
        this.changes = changes;
        this.answers = answers;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    RegistrationView of(Registration registration, Caller caller) {
        return of(new Page<>(List.of(registration), null), caller).items().getFirst();
    }

    Page<RegistrationView> of(Page<Registration> page, Caller caller) {
        var events = service.eventsOf(page.items());
        var ledgers = ledgersOf(page.items());
        var actors = service.actors(page.items(), events, caller);
        var represented = changes.represented(page.items(), caller);
        var sheets = answers.of(page.items());
        var files = answers.filesOf(sheets.values());
        var readsAll = new HashMap<String, Boolean>();
        var now = clock.instant();
        return page.map(registration -> {
            var event = events.get(registration.eventId());
            var inList = registration.inList(ledgers.get(registration.eventId()));
            var concerned = registration.isActive() || !isHolder(registration, caller);
            var mine = isHolder(registration, caller);
            var all = mine
                    || sheets.containsKey(registration.id())
                            && readsAll.computeIfAbsent(
                                    registration.eventId(), id -> answers.readsAll(events.get(id), caller));
            return view(
                    registration,
                    event,
                    EventNow.of(event, concerned, now),
                    own(registration, mine, inList, offer(registration, event, actors, represented, caller)),
                    new Along(
                            answered(registration, event, sheets.get(registration.id()), files, all, mine),
                            For.of(registration, represented.contains(registration.id())),
                            AsGuest.of(registration)));
        });
    }

    /** As it was when it was made, which a repetition of the request is answered with too. */
    RegistrationView made(Registration registration, @Nullable Event event, Caller caller) {
        var sheet = answers.firstOf(registration, event);
        return view(
                registration,
                event,
                EventNow.TAKES_REGISTRATIONS,
                own(
                        registration,
                        registration.holder().behalf() == null || isHolder(registration, caller),
                        InList.first(
                                registration.origin().firstPlace(),
                                event == null
                                        ? null
                                        : event.content().seating().sharing().waitingOrder()),
                        offer(registration, event, Map.of(), Set.of(registration.id()), caller)),
                new Along(
                        answered(registration, event, sheet, answers.filesOf(sheet), true, true),
                        For.of(registration, true),
                        null));
    }

    private static RegistrationView view(
            Registration registration, @Nullable Event event, EventNow now, Own own, Along along) {
        return new RegistrationView(
                registration.id(), registration.version(), registration.eventId(), About.of(event), now, own, along);
    }

    /** The ledgers that know the places of those who wait; none is read for the others. */
    private Map<String, SeatLedger> ledgersOf(Collection<Registration> of) {
        return ledgers.findAll(of.stream()
                .filter(Registration::waits)
                .map(Registration::eventId)
                .distinct()
                .toList());
    }

    private AnsweredView answered(
            Registration registration,
            @Nullable Event event,
            @Nullable AnswerSheet sheet,
            Map<String, AnswerFile> files,
            boolean all,
            boolean mine) {
        var changeable =
                mine && event != null && RegistrationAnswers.areChangeable(registration, event, clock.instant());
        return AnsweredView.of(sheet, files, event, all, changeable);
    }

    private Own own(Registration registration, boolean mine, InList inList, Offer offer) {
        return new Own(
                mine,
                registration.holder().personName(),
                registration.statusAt(clock.instant()),
                InTurn.of(registration, inList),
                registration.stage().reason(),
                registration.registeredAt(),
                offer);
    }

    /**
     * @param actors the caller in front of events at which somebody can be approved
     * @param represented those whose organization the caller edits for
     */
    private Offer offer(
            Registration registration,
            @Nullable Event event,
            Map<String, Actor> actors,
            Set<String> represented,
            Caller caller) {
        var actor = actors.getOrDefault(registration.eventId(), Actor.of(caller));
        var represents = registration.holder().behalf() != null && represented.contains(registration.id());
        return registration.offer(
                actor.of(represents ? caller.requireId() : registration.personId()),
                represents,
                event,
                clock.instant());
    }

    private static boolean isHolder(Registration registration, Caller caller) {
        return registration.personId().equals(caller.id());
    }
}
