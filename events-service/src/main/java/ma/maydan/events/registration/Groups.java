package ma.maydan.events.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.seats.Behalf;
import ma.maydan.events.seats.Claimant;
import ma.maydan.events.seats.Step;
import ma.maydan.events.seats.Together;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** An organization takes several seats at once, for people whom it names later. */
@Service
class Groups {

    private final RegistrationStore registrations;
    private final RegistrationService service;
    private final Colleagues colleagues;
    private final SeatRequests requests;
    private final SeatSteps steps;
    private final EventService events;

    Groups(
            RegistrationStore registrations,
            RegistrationService service,
            Colleagues colleagues,
            SeatRequests requests,
            SeatSteps steps,
            EventService events) {
        this.registrations = registrations;
        this.service = service;
        this.colleagues = colleagues;
        this.requests = requests;
        this.steps = steps;
        this.events = events;
    }

    /**
     * Takes seats, or places in the waiting list.
     *
     * @return a registration for each; those that an earlier request with the key made
     * @throws ProblemException what is refused to {@link Colleagues#register}, and nothing is taken
     */
    List<Registration> register(NewId key, String eventId, GroupRequest request, Caller caller) {
        var organization = colleagues.require(request.organizationId(), caller);
        var ids = Stream.iterate(key, NewId::next).limit(request.seats()).toList();
        var before = found(ids);
        before.stream()
                .findFirst()
                .ifPresent(first -> key.requireSameBody(first.origin().bodyHash()));
        if (before.size() == ids.size()) {
            return before;
        }
        var event = events.find(eventId).orElse(null);
        if (event == null || !events.takesRegistrations(event)) {
            throw service.refusal(event, null, caller);
        }
        var claimants = claimants(ids, event, organization, request.together());
        // A request for approval holds nothing that could be held together.
        if (request.together() && !Entrance.asks(event, claimants.getFirst())) {
            takeTogether(event, claimants, ids);
        } else {
            takeOneByOne(event, claimants, ids);
        }
        return found(ids);
    }

    private List<Registration> found(List<NewId> ids) {
        return ids.stream()
                .map(id -> registrations.find(id.value()))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Claimant> claimants(List<NewId> ids, Event event, OrganizationReplica organization, boolean together) {
        var most = colleagues.most(event, organization, false);
        var slots = colleagues.free(event.id(), organization.id(), most, ids.size(), ids.getFirst());
        var group = together ? ids.getFirst().value() : null;
        return IntStream.range(0, ids.size())
                .mapToObj(i -> claimant(ids.get(i), organization, slots.get(i), group))
                .toList();
    }

    private static Claimant claimant(NewId id, OrganizationReplica organization, int slot, @Nullable String group) {
        var behalf = new Behalf(organization.id(), organization.legalName(), slot, group);
        return new Claimant(id.value(), Holder.nobody(id.value()), null, id.bodyHash(), behalf);
    }

    private void takeOneByOne(Event event, List<Claimant> claimants, List<NewId> ids) {
        for (var i = 0; i < ids.size(); i++) {
            var claimant = claimants.get(i);
            for (var made = false; !made; ) {
                try {
                    made = service.claim(ids.get(i), event, claimant, List.of()) != null;
                } catch (DuplicateValueException slotTaken) {
                    claimant = elsewhere(event, claimant, ids.get(i));
                }
            }
        }
    }

    private void takeTogether(Event event, List<Claimant> claimants, List<NewId> ids) {
        switch (requests.takeTogether(event, claimants)) {
            case Together.Closed() -> throw RegistrationChanges.closed();
            case Together.Given(var taken) -> {
                for (var step : new ArrayList<>(taken)) {
                    write(event, step, ids.getFirst());
                }
            }
        }
    }

    /** With another slot where another request of the organization has taken this one; the seat stays. */
    private void write(Event event, Step taken, NewId id) {
        for (var step = taken; step != null; ) {
            try {
                steps.write(event.id(), event, step);
                step = null;
            } catch (DuplicateValueException slotTaken) {
                step = step.by(elsewhere(event, Objects.requireNonNull(step.claimant()), id));
            }
        }
    }

    private Claimant elsewhere(Event event, Claimant claimant, NewId id) {
        var behalf = Objects.requireNonNull(claimant.behalf());
        var most = Objects.requireNonNull(event.content().seating().perOrganization());
        var slot = colleagues
                .free(event.id(), behalf.organizationId(), most, 1, id)
                .getFirst();
        var other = new Behalf(behalf.organizationId(), behalf.organizationName(), slot, behalf.group());
        return new Claimant(claimant.registrationId(), claimant.person(), null, claimant.bodyHash(), other);
    }
}
