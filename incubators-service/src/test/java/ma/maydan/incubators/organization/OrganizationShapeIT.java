package ma.maydan.incubators.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ma.maydan.incubators.Service;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.search.SearchText;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.testkit.backends.FrozenDocuments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Organizations as earlier releases stored them. */
@ParameterizedClass
@ValueSource(ints = {1, 2, 3, 4, 5})
class OrganizationShapeIT {

    private static final String DRAFT = "11111111-1111-4111-8111-111111111111";
    private static final String SUSPENDED = "22222222-2222-4222-8222-222222222222";
    private static final String FOUNDER = "00000000-0000-4000-8000-000000000005";
    private static final List<Showing.Visibility> EVERYBODY = List.of(Showing.Visibility.PUBLIC);
    private static final Paging TEN = new Paging(null, 10, "any");

    private OrganizationStore store;

    @Parameter
    int shape;

    @BeforeEach
    void openOverAnOlderShape() {
        var frozen = Service.bean(MongoClient.class).getDatabase("frozen_organizations");
        FrozenDocuments.thaw(frozen, OrganizationShapeIT.class, "organizations", shape);
        store = new OrganizationStore(frozen, Service.bean(Outbox.class), 5);
    }

    @Test
    void theRegisterShowsWhatItShowed() {
        var verified = store.directory()
                .page(new DirectoryStore.Asked(null, DirectoryFacets.NONE, null, null), EVERYBODY, TEN);
        assertThat(verified.items()).hasSize(2).allMatch(Organization::isVerified);
        assertThat(store.ofMember(FOUNDER, TEN).items()).hasSize(3);
        assertThat(store.isHeldByAnother(List.of("ICE:001500000000099"), DRAFT))
                .as("a suspended organization keeps its ICE")
                .isTrue();
        assertThat(store.find(DRAFT).orElseThrow().membership().slot()).isEqualTo(FOUNDER + ":2");
    }

    @Test
    void itIsNarrowedAndCounted() {
        var startups = new DirectoryFacets(OrganizationKind.STARTUP, null, null, "MA-09", false);
        assertThat(store.directory()
                        .page(new DirectoryStore.Asked(null, startups, "slug", null), EVERYBODY, TEN)
                        .items())
                .hasSize(1);
        var marks = new HashMap<String, DirectoryMark>();
        store.directory().marks(null, (id, mark) -> mark.ifPresent(now -> marks.put(id, now)));
        assertThat(Set.copyOf(marks.values())).hasSize(2);
    }

    @Test
    void howItIsReachedIsWhatItWas() {
        var reach = store.find(DRAFT).orElseThrow().profile().reach();
        assertThat(reach)
                .isEqualTo(
                        shape >= 4
                                ? new Reach(null, "https://www.example.ma", "+212522000000", List.of())
                                : new Reach(null, null, null, List.of()));
    }

    @Test
    void itIsSearched() {
        var numeric = new DirectoryStore.Asked(SearchText.parse("الرقمية"), DirectoryFacets.NONE, null, null);
        assertThat(store.directory().page(numeric, EVERYBODY, TEN).items())
                .first()
                .satisfies(found -> assertThat(found.profile().isCluster()).isTrue());
    }

    @Test
    void decisionsAndTimesAreKept() {
        var suspended = store.find(SUSPENDED).orElseThrow();
        assertThat(suspended.stage().negativeDecision()).isPresent();
        assertThat(suspended.updatedAt())
                .isEqualTo(suspended.stage().decisions().getLast().at());
        assertThat(store.directory()
                        .page(new DirectoryStore.Asked(null, DirectoryFacets.NONE, null, Instant.EPOCH), EVERYBODY, TEN)
                        .items())
                .extracting(Organization::id)
                .contains(SUSPENDED)
                .doesNotContain(DRAFT);
    }

    @Test
    void whoWasVerifiedIsToBeConfirmed() {
        var confirmation = Objects.requireNonNull(
                store.find(SUSPENDED).orElseThrow().entry().confirmation());
        assertThat(confirmation.nextOn()).isAfter("2027-10-01").isBefore("2028-01-01");
        assertThat(confirmation.stepAt()).isEqualTo(confirmation.nextOn().minusDays(30) + "T00:00:00Z");
        assertThat(store.find(DRAFT).orElseThrow().entry().confirmation()).isNull();
        assertThat(store.unconfirmed(Instant.parse("2028-01-01T00:00:00Z"), 9))
                .as("the verified, and not who is suspended")
                .hasSize(2)
                .doesNotContain(SUSPENDED);
    }

    @Test
    void theKeysOfItsNamesAreMadeWhereThereAreNone() {
        assertThat(store.makeKeys()).isTrue();
        assertThat(store.find(DRAFT).orElseThrow().entry().names()).isNotNull();
    }

    @Test
    void twoThatWereDeletedHinderNobody() {
        assertThat(List.of("44444441-4444-4444-8444-444444444444", "44444442-4444-4444-8444-444444444444"))
                .allMatch(id -> store.find(id).isEmpty());
    }
}
