package ma.maydan.events.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.notice.Written;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import ma.maydan.starter.schedule.WorkStore;
import ma.maydan.starter.text.LocalizedText;
import org.springframework.stereotype.Component;

/** Sends those who had a seat what the host writes to them after the event, once; nothing of a host that is suspended. */
@Component
class EventFollowUp implements WorkHandler {

    static final String WORK = "event.follow_up";

    private final EventStore events;
    private final OrganizationReplicas organizations;
    private final WorkStore work;
    private final Clock clock;

    EventFollowUp(EventStore events, OrganizationReplicas organizations, WorkStore work, Clock clock) {
        this.events = events;
        this.organizations = organizations;
        this.work = work;
        this.clock = clock;
    }

    /** For an event that has been published, ends at another time, or says something else afterwards. */
    static Due of(Event event) {
        return event.content().wording().mailing().followUp() == null
                ? Due.never(WORK, event.id())
                : Due.at(WORK, event.id(), at(event));
    }

    private static Instant at(Event event) {
        var hours = Objects.requireNonNull(event.content().wording().mailing().followUpHours());
        return event.schedule().endsAt().plus(Duration.ofHours(hours));
    }

    @Override
    public String kind() {
        return WORK;
    }

    @Override
    public void run(Work piece, Lease lease) {
        var now = clock.instant();
        events.find(piece.subject())
                .filter(event -> event.statusAt(now) == Event.Status.COMPLETED)
                .ifPresent(event -> tell(event, now));
    }

    private void tell(Event event, Instant now) {
        var text = event.content().wording().mailing().followUp();
        if (text == null || at(event).isAfter(now)) {
            return;
        }
        var told = event.telling(WORK)
                .saying(new Written(host(event), null, text))
                .to(List.of(new Told(Event.SEATED, event.id())));
        work.put(told.due(event.id(), 1, now), 1);
    }

    private LocalizedText host(Event event) {
        return organizations
                .find(event.hostOrganizationId())
                .map(OrganizationReplica::legalName)
                .orElseThrow(() -> new IllegalStateException("Nobody hosts " + event.id()));
    }
}
