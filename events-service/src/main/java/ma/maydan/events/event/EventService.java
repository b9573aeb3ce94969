package ma.maydan.events.event;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which events there are, who sees them, and what that person is in front of them. */
@Service
public class EventService {

    private final EventStore events;
    private final OrganizationReplicas organizations;
    private final EventSeats seats;
    private final MyRegistration.Finder registrations;
    private final Clock clock;

    EventService(
            EventStore events,
            OrganizationReplicas organizations,
            EventSeats seats,
            MyRegistration.Finder registrations,
            Clock clock) {
        this.events = events;
        this.organizations = organizations;
        this.seats = seats;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Lets its seats go by what it says, should nobody have done so. */
    public void seat(String id) {
        events.find(id).ifPresent(seats::follow);
    }

    /**
     * An event that this caller may see.
     *
     * @throws ProblemException 404 for every other
     */
    Hosted require(String id, Caller caller) {
        return events.find(id)
                .map(this::hosted)
                .filter(hosted -> isVisible(hosted, caller))
                .orElseThrow(ProblemException::notFound);
    }

    public boolean isVisible(Event event, Caller caller) {
        return event.isPublic() || isVisible(hosted(event), caller);
    }

    /** Who holds a seat or a place goes on seeing what it is for. */
    private boolean isVisible(Hosted hosted, Caller caller) {
        return hosted.isVisible(caller)
                || coHosts(hosted.event(), caller).findAny().isPresent()
                || caller.isPerson() && registrations.holdsOne(hosted.event().id(), caller.requireId());
    }

    /** Those to which the caller belongs, also while they are only invited. */
    private Stream<OrganizationReplica> coHosts(Event event, Caller caller) {
        return caller.isPerson()
                ? organizations.findAll(event.ties().otherIds()).values().stream()
                        .filter(one -> one.roleOf(caller.id()) != null)
                : Stream.empty();
    }

    /** See {@link Hosted#showsRegistrations}. */
    public boolean showsRegistrations(Event event, Caller caller) {
        return hosted(event).showsRegistrations(coHosts(event, caller), caller);
    }

    /** See {@link Hosted#isHostedBy}. */
    public boolean isHostedBy(Event event, Caller caller) {
        return hosted(event).isHostedBy(coHosts(event, caller), caller);
    }

    /** Whether it is for this caller, as a member of what it is for; no organization is read where it is for anyone. */
    public boolean isFor(Event event, Caller caller) {
        var reach = event.content().reach();
        return reach.audience() == Reach.Audience.ANYONE
                || organizations.ofMember(caller.requireId()).stream()
                        .anyMatch(one -> one.isVerified() && reach.includes(one));
    }

    /** Whether a seat can be asked for, and is given. */
    public boolean takesRegistrations(Event event) {
        return event.takesRegistrations(clock.instant());
    }

    public boolean takesRegistrations(String eventId) {
        return find(eventId).filter(this::takesRegistrations).isPresent();
    }

    /** The caller, in front of the event. */
    public Actor actor(Event event, Caller caller) {
        return hosted(event).actor(caller);
    }

    /** The caller, in front of each of these events, by its id. */
    public Map<String, Actor> actors(Collection<Event> of, Caller caller) {
        var hosts = organizations.findAll(
                of.stream().map(Event::hostOrganizationId).distinct().toList());
        return of.stream()
                .collect(Collectors.toMap(
                        Event::id, event -> new Hosted(event, hosts.get(event.hostOrganizationId())).actor(caller)));
    }

    public Optional<Event> find(String id) {
        return events.find(id);
    }

    public Map<String, Event> findAll(Collection<String> ids) {
        return events.findAll(ids);
    }

    Page<Event> hostedByCaller(Caller caller, Paging paging) {
        var own = organizations.ofMember(caller.requireId()).stream()
                .map(OrganizationReplica::id)
                .toList();
        return own.isEmpty() ? new Page<>(List.of(), null) : events.hostedBy(own, paging);
    }

    /** See {@link EventStore#waiting}. */
    Page<Event> waiting(
            Stage.@Nullable Review review, Event.@Nullable Kind kind, @Nullable String sort, Paging paging) {
        return events.waiting(review, kind, sort, paging);
    }

    private Hosted hosted(Event event) {
        return new Hosted(event, organizations.find(event.hostOrganizationId()).orElse(null));
    }
}
