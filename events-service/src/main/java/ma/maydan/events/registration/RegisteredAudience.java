package ma.maydan.events.registration;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.starter.notice.Audience;
import ma.maydan.starter.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Those who have registered for an event, as people who are told of it. */
@Configuration(proxyBeanMethods = false)
class RegisteredAudience {

    /** Those who have a seat, are offered one, wait for one or have asked for one: or had, when it was cancelled. */
    @Bean
    static Audience registered(Recipients recipients, EventService events) {
        return new Part(Event.REGISTERED, recipients, id -> {
            var end = events.find(id).map(Event::cancelledAt).orElse(Instant.MAX);
            return one -> one.isActive() || !one.updatedAt().isBefore(end);
        });
    }

    @Bean
    static Audience seated(Recipients recipients) {
        return new Part(Event.SEATED, recipients, id -> one -> one.status() == Registration.Status.CONFIRMED);
    }

    private record Part(String name, Recipients recipients, Function<String, Predicate<Registration>> meant)
            implements Audience {

        @Override
        public Page<String> people(String of, @Nullable String cursor) {
            return recipients.people(of, meant.apply(of), cursor);
        }
    }
}
