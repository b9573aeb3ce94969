package ma.maydan.events.registration;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.starter.notice.Audience;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Those who have registered for an event, as people who are told of it. */
@Configuration(proxyBeanMethods = false)
class RegisteredAudience {

    private static final int TOGETHER = 100;

    /** Those who have a seat, are offered one, wait for one or have asked for one: or had, when it was cancelled. */
    @Bean
    static Audience registered(RegistrationStore registrations, Hearers hearers, EventService events) {
        return new Part(
                Event.REGISTERED,
                id -> {
                    var end = events.find(id).map(Event::cancelledAt).orElse(Instant.MAX);
                    return one -> one.isActive() || !one.updatedAt().isBefore(end);
                },
                registrations,
                hearers);
    }

    @Bean
    static Audience seated(RegistrationStore registrations, Hearers hearers) {
        return new Part(
                Event.SEATED, id -> one -> one.status() == Registration.Status.CONFIRMED, registrations, hearers);
    }

    private record Part(
            String name,
            Function<String, Predicate<Registration>> which,
            RegistrationStore registrations,
            Hearers hearers)
            implements Audience {

        @Override
        public Page<String> people(String of, @Nullable String cursor) {
            var page = registrations.ofEvent(of, Paging.at(cursor, TOGETHER, of));
            var meant = page.items().stream().filter(which.apply(of)).toList();
            return new Page<>(hearers.of(meant), page.nextCursor());
        }
    }
}
