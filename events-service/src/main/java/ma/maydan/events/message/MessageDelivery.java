package ma.maydan.events.message;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.registration.Recipients;
import ma.maydan.starter.notice.Audience;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.schedule.WorkStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hands messages on to those who tell people: at once, and by a sweep what a crash left. The work has one id for each
 * message, so that it is done once.
 */
@Component
class MessageDelivery {

    /** Whoever sent one this long ago is gone, or has handed it on. */
    private static final Duration ABANDONED = Duration.ofSeconds(10);

    private final MessageStore messages;
    private final EventService events;
    private final WorkStore work;
    private final Clock clock;

    MessageDelivery(MessageStore messages, EventService events, WorkStore work, Clock clock) {
        this.messages = messages;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    @Bean
    static Audience messageAudience(MessageStore messages, Recipients recipients) {
        return new ToWhom(messages, recipients);
    }

    void handOn(Message message, Event event) {
        work.put(message.told(event), 1);
        messages.handedOn(message.id());
    }

    @Scheduled(fixedDelay = 5_000)
    void sweep() {
        for (var left : messages.waiting(clock.instant().minus(ABANDONED))) {
            events.find(left.eventId()).ifPresent(event -> handOn(left, event));
        }
    }

    private record ToWhom(MessageStore messages, Recipients recipients) implements Audience {

        @Override
        public String name() {
            return Message.AUDIENCE;
        }

        @Override
        public Page<String> people(String of, @Nullable String cursor) {
            return messages.find(of)
                    .map(message -> recipients.people(
                            message.eventId(), message.content().to(), message.at(), cursor))
                    .orElseGet(() -> new Page<>(List.of(), null));
        }
    }
}
