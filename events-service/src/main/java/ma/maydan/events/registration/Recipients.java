package ma.maydan.events.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Predicate;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Those who are registered for an event, by where they stand: whom its host may write to. */
@Component
public class Recipients {

    private static final int TOGETHER = 100;

    private final RegistrationStore registrations;
    private final Hearers hearers;

    Recipients(RegistrationStore registrations, Hearers hearers) {
        this.hearers = hearers;
        this.registrations = registrations;
    }

    /** Where they stand. Who gave up, or was declined, is nobody whom the host writes to. */
    public enum Group {
        PENDING_APPROVAL,
        CONFIRMED,
        WAITLISTED,
        OFFERED;

        private Registration.Status status() {
            return Registration.Status.valueOf(name());
        }
    }

    /** How many people they are: each has one such registration, and is written to once their address is known. */
    public int count(String eventId, Collection<Group> groups) {
        return groups.stream()
                .distinct()
                .mapToInt(group -> Math.toIntExact(registrations.countReachable(eventId, group.status())))
                .sum();
    }

    /**
     * Some of their ids, in an order that stays while others come.
     *
     * @param until who registered later is left out
     * @param cursor of the page before, null for the first
     */
    public Page<String> people(String eventId, Collection<Group> groups, Instant until, @Nullable String cursor) {
        var statuses = groups.stream().map(Group::status).toList();
        return people(
                eventId,
                one -> statuses.contains(one.status()) && !one.registeredAt().isAfter(until),
                cursor);
    }

    /** The same of those who are meant. */
    Page<String> people(String eventId, Predicate<Registration> meant, @Nullable String cursor) {
        var page = registrations.lists().ofEvent(eventId, Paging.at(cursor, TOGETHER, eventId));
        return new Page<>(hearers.of(page.items().stream().filter(meant).toList()), page.nextCursor());
    }
}
