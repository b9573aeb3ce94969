package ma.maydan.events.registration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.starter.mongo.Readable;
import org.springframework.stereotype.Component;

/** Counts the registrations of an event, for its desk and for the audit of its seats. */
@Component
class RegistrationCountStore {

    private final MongoCollection<Registration> rows;

    RegistrationCountStore(RegistrationStore registrations) {
        this.rows = registrations.rows();
    }

    /** How many were made since then, so many at most. */
    int madeSince(String eventId, Instant then, int most) {
        return (int) rows.countDocuments(
                and(eq(RegistrationStore.EVENT, eventId), gt(RegistrationStore.MADE, then)),
                new CountOptions().limit(most));
    }

    /** How many came into a state since then, and are in it, so many at most. */
    int changedSince(String eventId, Status into, Instant then, int most) {
        var found = and(
                eq(RegistrationStore.EVENT, eventId),
                eq(RegistrationStore.STATUS, into.name()),
                gt(RegistrationStore.CHANGED, then));
        return (int) rows.countDocuments(found, new CountOptions().limit(most));
    }

    /** How many take each part with their seat. */
    Map<String, Integer> parts(String eventId) {
        var taking = and(eq(RegistrationStore.EVENT, eventId), exists("stage.parts.0"));
        return Readable.list(rows.find(taking)).stream()
                .flatMap(one -> one.stage().parts().stream())
                .collect(Collectors.toMap(Function.identity(), part -> 1, Integer::sum));
    }
}
