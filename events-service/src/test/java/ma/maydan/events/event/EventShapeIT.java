package ma.maydan.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import ma.maydan.events.EventsIT;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.ownership.Standing;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.search.SearchText;
import ma.maydan.testkit.backends.FrozenDocuments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Events as earlier releases stored them. */
@ParameterizedClass
@ValueSource(ints = {1, 2, 3, 4})
class EventShapeIT extends EventsIT {

    private static final String CANCELLED = "11111111-1111-4111-8111-111111111111";
    private static final String DRAFT = "22222222-2222-4222-8222-222222222222";
    private static final String CLUSTER = "00000000-0000-4000-9000-000000000001";

    @Autowired
    private MongoClient client;

    @Autowired
    private Outbox outbox;

    private EventStore store;

    @Parameter
    int shape;

    @BeforeEach
    void openOverAnOlderShape() {
        MongoDatabase frozen = client.getDatabase("frozen_events");
        FrozenDocuments.thaw(frozen, EventShapeIT.class, "events", shape);
        store = new EventStore(frozen, outbox, Clock.systemUTC(), 50);
    }

    @Test
    void theListShowsWhatItShowed() {
        var at = Instant.parse("2026-11-29T00:00:00Z");
        var listed = listed(EventFilter.UPCOMING, at);

        assertThat(listed).hasSize(1);
        var content = listed.getFirst().content();
        assertThat(content.title().en()).startsWith("Workshop");
        assertThat(content.schedule().endsAt()).isAfter(content.schedule().startsAt());
        assertThat(content.place().region()).isEqualTo("MA-06");
        assertThat(content.seating().capacity()).isPositive();
    }

    @Test
    void itIsSearched() {
        var at = Instant.parse("2026-11-29T00:00:00Z");
        var text = SearchText.parse("ateliers technoparc");
        assertThat(listed(new EventFilter(text, null, null, EventFacets.NONE, EventFilter.UPCOMING.time(), false), at))
                .hasSize(1);
    }

    @Test
    void oneFromBeforeItSaidWhomItIsForIsForAnyone() {
        var draft = store.find(DRAFT).orElseThrow();
        assertThat(draft.content().reach()).isEqualTo(Reach.EVERYBODY);
        assertThat(draft.content().wording().leftOut()).isEmpty();
        assertThat(draft.stage().review()).isNull();
        assertThat(draft.image()).isNull();
    }

    @Test
    void whatWaitedForTheClusterStillWaits() {
        var waiting =
                store.waiting(null, null, null, new Paging(null, 10, "any")).items();
        assertThat(waiting).hasSize(shape < 4 ? 0 : 1);
        assertThat(waiting).allSatisfy(event -> {
            assertThat(event.stage().review()).isEqualTo(Stage.Review.PUBLICATION);
            assertThat(event.imageFile()).isEqualTo("656d4a2f9c1e4b0001a2b3c4");
        });
    }

    @Test
    void itIsNarrowed() {
        var at = Instant.parse("2026-11-29T00:00:00Z");
        assertThat(listed(in("MA-06"), at)).hasSize(1);
        assertThat(listed(in("MA-01"), at)).isEmpty();
    }

    private static EventFilter in(String region) {
        var facets = new EventFacets(null, null, false, region, null, null);
        return new EventFilter(null, null, null, facets, EventFilter.UPCOMING.time(), false);
    }

    private List<Event> listed(EventFilter filter, Instant at) {
        return store.everybodys()
                .page(filter, at, new Paging(null, 10, "any"), UnaryOperator.identity())
                .items();
    }

    @Test
    void oneFromBeforeStandingsWereKeptIsToldByTheRegister() {
        var cancelled = store.find(CANCELLED).orElseThrow();
        assertThat(cancelled.owner().isVerified()).isFalse();
        assertThat(cancelled.stage().decision()).isNotNull();
        assertThat(cancelled.changedAt()).isEqualTo(cancelled.updatedAt());

        store.follow(CLUSTER, new Standing(true, 4));

        assertThat(store.find(CANCELLED).orElseThrow().owner().isVerified()).isTrue();
    }

    @Test
    void aDraftKeepsItsSlotAndWhatIsDeletedStaysDeleted() {
        var draft = store.find(DRAFT).orElseThrow();
        assertThat(draft.owner().slot()).isEqualTo(draft.hostOrganizationId() + ":7");
        assertThat(draft.content().description()).isNull();
        assertThat(store.hostedBy(List.of(draft.hostOrganizationId()), new Paging(null, 10, "any"))
                        .items())
                .hasSize(2);
        assertThat(store.find("44444444-4444-4444-8444-444444444444")).isEmpty();
    }
}
