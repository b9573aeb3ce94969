package ma.maydan.events.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.message.MessagePreview.Reading;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.events.registration.Recipients;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.notice.NoticeTexts;
import ma.maydan.starter.notice.Written;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.time.Morocco;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Who hosts an event writes to those who are registered for it. */
@Service
class MessageService {

    /** For so long after its end, or after it was cancelled, something can be written about an event. */
    private static final Duration AFTERWARDS = Duration.ofDays(30);

    private final MessageStore messages;
    private final MessageDelivery delivery;
    private final EventService events;
    private final OrganizationReplicas organizations;
    private final Recipients recipients;
    private final NoticeTexts texts;
    private final Clock clock;

    MessageService(
            MessageStore messages,
            MessageDelivery delivery,
            EventService events,
            OrganizationReplicas organizations,
            Recipients recipients,
            NoticeTexts texts,
            Clock clock) {
        this.messages = messages;
        this.delivery = delivery;
        this.events = events;
        this.organizations = organizations;
        this.recipients = recipients;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @throws ProblemException 404 for who does not run the event, 403 for who does but is no editor of its host, 409
     *     {@code no-messages} before it is published and 30 days after it is over or cancelled, 409 {@code nobody-there}
     *     when it is for nobody, 429 {@code too-many-messages}
     */
    Message send(NewId id, String eventId, MessageRequest request, Caller caller) {
        var event = requireWritable(eventId, caller);
        var message = messages.find(id.value()).orElseGet(() -> kept(id.value(), event, request, caller.requireId()));
        delivery.handOn(message, event);
        return message;
    }

    private Message kept(String id, Event event, MessageRequest request, String person) {
        var people = recipients.count(event.id(), request.to());
        if (people == 0) {
            throw ProblemException.conflict("nobody-there");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var content = new Message.Content(request.to().stream().distinct().toList(), people, written(event, request));
        return messages.insert(
                event.id(),
                Morocco.today(clock),
                slot -> new Message(id, slot, event.id(), person, content, now, true),
                tooMany());
    }

    /** How it would read, and to how many people. */
    MessagePreview preview(String eventId, MessageRequest request, Caller caller) {
        var event = requireWritable(eventId, caller);
        var telling = Message.telling(event, written(event, request));
        return new MessagePreview(
                recipients.count(eventId, request.to()),
                messages.left(eventId, Morocco.today(clock)),
                Stream.of("ar", "fr", "en")
                        .map(language -> {
                            var words = texts.words(telling, Locale.of(language));
                            return new Reading(language, words.title(), words.text());
                        })
                        .toList());
    }

    /** @throws ProblemException 404 for who does not run the event */
    Page<Message> sent(String eventId, Caller caller, Paging paging) {
        requireRun(eventId, caller);
        return messages.ofEvent(eventId, paging);
    }

    private Event requireRun(String eventId, Caller caller) {
        return events.find(eventId)
                .filter(event -> events.showsRegistrations(event, caller))
                .orElseThrow(ProblemException::notFound);
    }

    /** The staff of the cluster, and who hosts it too, do not write in the name of the host. */
    private Event requireWritable(String eventId, Caller caller) {
        var event = requireRun(eventId, caller);
        if (!event.owner().isVerified() || !events.actor(event, caller).mayEdit()) {
            throw ProblemException.forbidden();
        }
        if (!isWritable(event, clock.instant())) {
            throw ProblemException.conflict("no-messages");
        }
        return event;
    }

    private static boolean isWritable(Event event, Instant now) {
        return switch (event.statusAt(now)) {
            case PUBLISHED -> true;
            case COMPLETED -> event.schedule().endsAt().plus(AFTERWARDS).isAfter(now);
            case CANCELLED -> {
                var decision = event.decisionAt(now);
                yield decision != null && decision.at().plus(AFTERWARDS).isAfter(now);
            }
            case DRAFT, SUBMITTED, SUSPENDED -> false;
        };
    }

    private Written written(Event event, MessageRequest request) {
        var host = organizations.find(event.hostOrganizationId()).orElseThrow(ProblemException::notFound);
        return new Written(host.legalName(), request.subject(), request.text());
    }

    /** Until the next day in Morocco. */
    private ProblemException tooMany() {
        var next = Morocco.today(clock).plusDays(1).atStartOfDay(Morocco.ZONE).toInstant();
        var seconds = Math.max(1, Duration.between(clock.instant(), next).toSeconds());
        return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "too-many-messages", MessageStore.A_DAY)
                .header("Retry-After", String.valueOf(seconds));
    }
}
