package ma.maydan.events.registration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.event.Sharing.Priority;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.events.seats.Behalf;
import ma.maydan.events.seats.Entrant;
import ma.maydan.events.seats.WaitingOrder;
import ma.maydan.starter.notice.Guest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of who asks for a seat, as far as the order of the waiting list goes by it; nothing is read where it does not. */
@Component
class Entrants {

    private final OrganizationReplicas organizations;
    private final RegistrationStore registrations;
    private final EventService events;

    Entrants(OrganizationReplicas organizations, RegistrationStore registrations, EventService events) {
        this.organizations = organizations;
        this.registrations = registrations;
        this.events = events;
    }

    /** @param behalf the organization that asks for them; null for who asks for themselves */
    Entrant of(Event event, String person, @Nullable Behalf behalf, List<String> options) {
        var sharing = event.content().seating().sharing();
        if (sharing.waitingOrder() == WaitingOrder.ARRIVAL
                && sharing.allotments().isEmpty()) {
            return new Entrant(0, List.of(), options);
        }
        var belonging = belongingTo(person, behalf).toList();
        return new Entrant(
                priority(event, person, belonging),
                belonging.stream().map(OrganizationReplica::id).toList(),
                options);
    }

    /** Those in good standing. */
    private Stream<OrganizationReplica> belongingTo(String person, @Nullable Behalf behalf) {
        var belonging = behalf == null
                ? organizations.ofMember(person).stream()
                : Stream.of(behalf.organizationId()).map(organizations::find).flatMap(Optional::stream);
        return belonging.filter(OrganizationReplica::isVerified);
    }

    /** The first criterion that is met, or behind all. */
    private int priority(Event event, String person, List<OrganizationReplica> belonging) {
        var criteria = event.content().seating().sharing().priorities();
        for (var i = 0; i < criteria.size(); i++) {
            if (meets(criteria.get(i), event, person, belonging)) {
                return i;
            }
        }
        return criteria.size();
    }

    private boolean meets(Priority criterion, Event event, String person, List<OrganizationReplica> belonging) {
        return switch (criterion) {
            case STARTUPS -> belonging.stream().anyMatch(OrganizationReplica::isStartup);
            case MEMBERS -> !belonging.isEmpty();
            case REGION ->
                belonging.stream()
                        .anyMatch(one -> one.isIn(event.content().place().region()));
            case FIRST_TIME -> hasAccount(person) && isFirstTime(event, person);
        };
    }

    /** Others cannot be known again. */
    private static boolean hasAccount(String person) {
        return !Guest.is(person) && !Holder.isNobody(person);
    }

    private boolean isFirstTime(Event event, String person) {
        return events.findAll(registrations.eventsSeated(person)).values().stream()
                .noneMatch(other -> other.hostOrganizationId().equals(event.hostOrganizationId()));
    }
}
