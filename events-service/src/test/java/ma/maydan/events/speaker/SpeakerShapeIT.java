package ma.maydan.events.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import ma.maydan.events.EventsIT;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.search.SearchText;
import ma.maydan.testkit.backends.FrozenDocuments;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Speakers as an earlier release stored them. */
class SpeakerShapeIT extends EventsIT {

    @Autowired
    private MongoClient client;

    @Autowired
    private Outbox outbox;

    @ParameterizedTest
    @ValueSource(strings = {"amina", "أمينه", "renouvelable", "المهندسة"})
    void theyAreSearched(String typed) {
        var frozen = client.getDatabase("frozen_speakers");
        FrozenDocuments.thaw(frozen, SpeakerShapeIT.class, "speakers", 1);
        var store = new SpeakerStore(frozen, outbox, Clock.systemUTC(), 50);
        assertThat(store.published(SearchText.parse(typed), null, new Paging(null, 10, "any"))
                        .items())
                .extracting(Speaker::sortName)
                .containsExactly("amina tazi");
    }
}
