package ma.maydan.incubators.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import ma.maydan.incubators.Service;
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

/** Programs as earlier releases stored them. */
@ParameterizedClass
@ValueSource(ints = {1, 2, 3})
class ProgramShapeIT {

    private static final String PUBLISHED = "04a56e93-c7ff-4b99-baad-1521f09a91c3";
    private static final String RETURNED = "33333333-3333-4333-8333-333333333333";
    private static final String ARCHIVED = "55555555-5555-4555-8555-555555555555";
    private static final String INCUBATOR = "2ea7ab27-9bc1-44ba-a3c3-5db54a86337b";
    private static final Paging TEN = new Paging(null, 10, "any");

    private ProgramStore store;

    @Parameter
    int shape;

    @BeforeEach
    void openOverAnOlderShape() {
        var frozen = Service.bean(MongoClient.class).getDatabase("frozen_programs");
        FrozenDocuments.thaw(frozen, ProgramShapeIT.class, "programs", shape);
        store = new ProgramStore(frozen, Service.bean(Outbox.class), Clock.systemUTC(), 50);
    }

    @Test
    void theListShowsWhatItShowed() {
        assertThat(store.published(null, INCUBATOR, TEN, UnaryOperator.identity())
                        .items())
                .extracting(Program::id)
                .containsExactly(PUBLISHED);
        assertThat(store.changed(null, Instant.EPOCH, TEN).items())
                .extracting(Program::id)
                .containsExactlyInAnyOrder(PUBLISHED, ARCHIVED);
    }

    @Test
    void itIsSearched() {
        assertThat(store.published(SearchText.parse("احتضان"), null, TEN, UnaryOperator.identity())
                        .items())
                .extracting(Program::id)
                .containsExactly(PUBLISHED);
    }

    @Test
    void oneThatHadNoStandingYetIsToldByTheRegister() {
        var returned = store.require(RETURNED);
        assertThat(returned.requestedChanges()).isPresent();
        assertThat(returned.owner().isVerified()).isFalse();

        store.follow(INCUBATOR, new Standing(true, 4));

        assertThat(store.require(RETURNED).owner().isVerified()).isTrue();
        assertThat(store.require(RETURNED).owner().slot()).isEqualTo(INCUBATOR + ":3");
    }
}
