package ma.maydan.partners.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.maydan.partners.PartnersIT;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.paging.Paging;
import ma.maydan.testkit.backends.FrozenDocuments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Partnerships as earlier releases stored them. */
class PartnershipShapeIT extends PartnersIT {

    private static final String ACTIVE = "226d7395-e553-45d2-a28d-8a79e496f2a1";
    private static final String SUSPENDED = "77777777-7777-4777-8777-777777777777";
    private static final String INCUBATOR = "2ea7ab27-9bc1-44ba-a3c3-5db54a86337b";
    private static final String CLUSTER_ID = "00000000-0000-4000-9000-000000000001";
    private static final Paging TEN = new Paging(null, 10, "any");

    @Autowired
    private MongoClient client;

    @Autowired
    private Outbox outbox;

    private PartnershipStore store;

    @BeforeEach
    void openOverTheFirstShape() {
        var frozen = client.getDatabase("frozen_partnerships");
        FrozenDocuments.thaw(frozen, PartnershipShapeIT.class, "partnerships", 1);
        store = new PartnershipStore(frozen, outbox, 50);
    }

    @Test
    void eachPartyFindsWhatItHas() {
        var active = store.find(ACTIVE).orElseThrow();
        assertThat(active.parties()).containsExactly(INCUBATOR, CLUSTER_ID);
        assertThat(active.stage().approval()).isNotNull();
        var today = LocalDate.parse("2026-12-01");
        for (var party : List.of(INCUBATOR, CLUSTER_ID)) {
            assertThat(store.active(party, today, TEN).items()).containsExactly(active);
        }
        assertThat(store.inForceOf(INCUBATOR)).containsExactlyInAnyOrder(ACTIVE, SUSPENDED);
        assertThat(store.ofParties(List.of(INCUBATOR, CLUSTER_ID), TEN).items())
                .as("found by either party, once")
                .hasSize(3);
    }

    @Test
    void whatThePublicSawIsToldToWhoAsksWhatChanged() {
        assertThat(store.changed(null, Instant.EPOCH, TEN).items())
                .extracting(Partnership::id)
                .containsExactlyInAnyOrder(ACTIVE, SUSPENDED);
    }
}
