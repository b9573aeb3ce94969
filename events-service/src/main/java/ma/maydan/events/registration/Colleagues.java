package ma.maydan.events.registration;

import java.time.Clock;
import java.util.List;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.events.registration.RegistrationService.Made;
import ma.maydan.events.seats.Behalf;
import ma.maydan.events.seats.Claimant;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** An organization takes seats for people whom it names, now or later. */
@Service
class Colleagues {

    private final RegistrationStore registrations;
    private final RegistrationService service;
    private final Named named;
    private final SeatSlots slots;
    private final EventService events;
    private final OrganizationReplicas organizations;
    private final Clock clock;

    Colleagues(
            RegistrationStore registrations,
            RegistrationService service,
            Named named,
            SeatSlots slots,
            EventService events,
            OrganizationReplicas organizations,
            Clock clock) {
        this.registrations = registrations;
        this.service = service;
        this.named = named;
        this.slots = slots;
        this.events = events;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * Takes a seat, or the last place in the waiting list, for one person.
     *
     * @param colleague null for one who is named later
     * @throws ProblemException 404 for an organization that the caller does not edit for, 409 {@code
     *     organization-not-verified}, {@code no-colleagues}, {@code names-due}, {@code organization-cap}, 403 {@code
     *     not-in-audience}, and what is refused to who registers themselves
     */
    Made register(
            NewId key, String eventId, String organizationId, @Nullable ColleagueRequest colleague, Caller caller) {
        var organization = require(organizationId, caller);
        var event = events.find(eventId).orElse(null);
        for (var id = key; ; id = id.next()) {
            var before = registrations.find(id.value()).orElse(null);
            if (before == null) {
                return register(id, event, organization, colleague, caller);
            }
            if (id.isKept(before.registeredAt(), clock.instant())) {
                id.requireSameBody(before.origin().bodyHash());
                return new Made(before.asMade(), event, true);
            }
        }
    }

    /** @throws ProblemException 404 for an organization that the caller does not edit for */
    OrganizationReplica require(String organizationId, Caller caller) {
        return organizations
                .find(organizationId)
                .filter(one -> one.isEditedBy(caller.requireId()))
                .orElseThrow(ProblemException::notFound);
    }

    private Made register(
            NewId id,
            @Nullable Event event,
            OrganizationReplica organization,
            @Nullable ColleagueRequest colleague,
            Caller caller) {
        if (event == null || !events.takesRegistrations(event)) {
            throw service.refusal(event, null, caller);
        }
        var most = most(event, organization, colleague != null);
        var guest = colleague == null ? null : colleague.guest(event.id());
        var person = guest == null ? Holder.nobody(id.value()) : named.require(event.id(), guest);
        while (true) {
            var slot = free(event.id(), organization.id(), most, 1, id).getFirst();
            if (guest != null) {
                named.keep(guest, person);
            }
            var behalf = new Behalf(organization.id(), organization.legalName(), slot, null);
            var name = guest == null ? null : guest.name();
            try {
                var made = service.claim(
                        id, event, new Claimant(id.value(), person, name, id.bodyHash(), behalf), List.of());
                if (made != null) {
                    return made;
                }
            } catch (DuplicateValueException e) {
                // Of the person, or of the slot: then another one may be free.
                if (registrations.active(event.id(), person).isPresent()) {
                    throw RegistrationService.alreadyRegistered();
                }
            }
        }
    }

    /** How many seats the organization may take, if it may take any now. */
    int most(Event event, OrganizationReplica organization, boolean withName) {
        var most = event.content().seating().perOrganization();
        if (most == null) {
            throw ProblemException.conflict("no-colleagues");
        }
        if (!organization.isVerified()) {
            throw ProblemException.conflict("organization-not-verified");
        }
        if (!event.content().reach().includes(organization)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "not-in-audience");
        }
        if (!withName && !event.startsAt().minus(Holder.NAMED_BEFORE).isAfter(clock.instant())) {
            throw ProblemException.conflict("names-due");
        }
        return most;
    }

    /**
     * So many of those that are free.
     *
     * @throws ProblemException 409 {@code organization-cap}
     */
    List<Integer> free(String eventId, String organizationId, int most, int wanted, NewId id) {
        var free = slots.free(eventId, organizationId, most, wanted, id);
        if (free.size() < wanted) {
            throw new ProblemException(HttpStatus.CONFLICT, "organization-cap", most);
        }
        return free;
    }

    /**
     * For events that are not over, of the organizations that the caller edits for, the next first.
     *
     * @param eventId null for all
     */
    Page<Registration> ofCaller(@Nullable String eventId, Caller caller, Paging paging) {
        var person = caller.requireId();
        var own = organizations.ofMember(person).stream()
                .filter(one -> one.isEditedBy(person))
                .map(OrganizationReplica::id)
                .toList();
        return own.isEmpty()
                ? new Page<>(List.of(), null)
                : registrations.lists().ofOrganizations(own, eventId, clock.instant(), paging);
    }
}
