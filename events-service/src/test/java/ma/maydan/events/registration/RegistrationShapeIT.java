package ma.maydan.events.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.Instant;
import ma.maydan.events.EventsIT;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.paging.Paging;
import ma.maydan.testkit.backends.FrozenDocuments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Registrations as earlier releases stored them. */
@ParameterizedClass
@ValueSource(ints = {1, 2})
class RegistrationShapeIT extends EventsIT {

    @Autowired
    private MongoClient client;

    @Autowired
    private Outbox outbox;

    private RegistrationStore store;

    @Parameter
    int shape;

    @BeforeEach
    void openOverAnOlderShape() {
        var frozen = client.getDatabase("frozen_registrations");
        FrozenDocuments.thaw(frozen, RegistrationShapeIT.class, "registrations", shape);
        store = new RegistrationStore(frozen, outbox);
    }

    @Test
    void everyoneHoldsWhatTheyHeld() {
        var confirmed = store.find("55555555-5555-4555-8555-555555555555").orElseThrow();
        assertThat(confirmed.status()).isEqualTo(Status.CONFIRMED);
        assertThat(confirmed.event().startsAt()).isNotNull();
        assertThat(confirmed.asMade().status()).isEqualTo(Status.WAITLISTED);
        assertThat(store.promotedBy("step-3")).contains(confirmed);
        assertThat(store.active(confirmed.eventId(), "ann")).contains(confirmed);
        assertThat(store.active(confirmed.eventId(), "ben")).isEmpty();
        assertThat(store.firstWaiting(confirmed.eventId(), null).orElseThrow().personId())
                .isEqualTo("cyd");
        assertThat(store.count(confirmed.eventId(), Status.CONFIRMED)).isEqualTo(1);
    }

    @Test
    void onesOwnAreFoundByTheTimeOfTheirEvent() {
        var now = Instant.parse("2026-11-29T00:00:00Z");
        assertThat(store.lists().coming("ann", now, new Paging(null, 10, "any")).items())
                .hasSize(1);
        assertThat(store.eventsWithoutTimes("ben")).hasSize(1);
    }
}
