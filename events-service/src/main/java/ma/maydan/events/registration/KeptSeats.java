package ma.maydan.events.registration;

import java.util.List;
import ma.maydan.events.event.Allotment;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Taking;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * A seat that is kept for an organization is for the first of its members who waits, if one does: when it is given back,
 * when the host keeps more, when somebody who waits joins the organization.
 */
@Component
class KeptSeats implements WorkHandler {

    /** Of the registration that has given it back. */
    static final String WORK = "seat.kept";

    private final RegistrationStore registrations;
    private final SeatLedgerStore ledgers;
    private final SeatSteps steps;
    private final EventService events;
    private final OrganizationReplicas organizations;

    KeptSeats(
            RegistrationStore registrations,
            SeatLedgerStore ledgers,
            SeatSteps steps,
            EventService events,
            OrganizationReplicas organizations) {
        this.registrations = registrations;
        this.ledgers = ledgers;
        this.steps = steps;
        this.events = events;
        this.organizations = organizations;
    }

    /** All that is kept at an event. */
    @Bean
    static WorkHandler keptOfEvent(KeptSeats kept, EventService events) {
        return WorkHandler.of(Allotment.GIVEN, id -> events.find(id).ifPresent(kept::give));
    }

    @Override
    public String kind() {
        return WORK;
    }

    @Override
    public void run(Work work, Lease lease) {
        registrations
                .find(work.subject())
                .map(Registration::eventId)
                .flatMap(events::find)
                .ifPresent(event -> {
                    requireFreed(event.id(), work.subject());
                    give(event);
                });
    }

    private void give(Event event) {
        if (events.takesRegistrations(event)) {
            event.content().seating().sharing().allotments().stream()
                    .map(Allotment::organizationId)
                    .forEach(organization -> give(event, organization));
        }
    }

    /** It is tried again once the ledger has the seat back. */
    private void requireFreed(String eventId, String registration) {
        if (ledgers.find(eventId).stream()
                .flatMap(ledger -> ledger.pending().stream())
                .anyMatch(step -> registration.equals(step.registrationId()))) {
            throw new IllegalStateException("The seat is on its way back");
        }
    }

    private void give(Event event, String organizationId) {
        var members = organizations
                .find(organizationId)
                .filter(OrganizationReplica::isVerified)
                .map(OrganizationReplica::memberIds)
                .orElse(List.of());
        if (members.isEmpty()) {
            return;
        }
        while (isGiven(event.id(), organizationId, members)) {
            // And the next.
        }
    }

    private boolean isGiven(String eventId, String organizationId, List<String> members) {
        var first =
                registrations.firstWaitingOf(eventId, organizationId, members).orElse(null);
        if (first == null
                || !(ledgers.takeKept(eventId, first.id(), organizationId).orElse(null)
                        instanceof Taking.Given(var step))) {
            return false;
        }
        steps.changed(eventId, step, first);
        return true;
    }
}
