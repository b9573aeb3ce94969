package ma.maydan.starter.paging;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.maydan.testkit.backends.TestBackends;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class SortedQueryTest {

    private static final SortedQuery<Document> OLDEST =
            SortedQuery.ascendingBy("at", SortedQueryTest::at, SortedQueryTest::id);
    private static final SortedQuery<Document> NEWEST =
            SortedQuery.descendingBy("at", SortedQueryTest::at, SortedQueryTest::id);
    private static final Paging.Position AFTER = new Paging.Position("2026-12-10T09:00:00Z", "m");

    /** An index is read from where the page before ended only when the condition says so outside of an $or. */
    @Test
    void aPageStartsInTheIndexWhereTheOneBeforeEnded() {
        assertThat(OLDEST.beyond(AFTER).toBsonDocument().toJson())
                .isEqualTo("{\"$and\": [{\"at\": {\"$gte\": {\"$date\": \"2026-12-10T09:00:00Z\"}}}, "
                        + "{\"$or\": [{\"at\": {\"$gt\": {\"$date\": \"2026-12-10T09:00:00Z\"}}}, "
                        + "{\"_id\": {\"$gt\": \"m\"}}]}]}");
        assertThat(NEWEST.beyond(AFTER).toBsonDocument().toJson())
                .isEqualTo("{\"$and\": [{\"at\": {\"$lte\": {\"$date\": \"2026-12-10T09:00:00Z\"}}}, "
                        + "{\"$or\": [{\"at\": {\"$lt\": {\"$date\": \"2026-12-10T09:00:00Z\"}}}, "
                        + "{\"_id\": {\"$lt\": \"m\"}}]}]}");
    }

    @Test
    void whatTwoFiltersFindIsOneListInWhichEachIsOnce() {
        try (var client = MongoClients.create(TestBackends.mongoUri())) {
            var documents =
                    client.getDatabase("sorted").getCollection(UUID.randomUUID().toString());
            // A fraction of a second sorts before the whole one as text, and after it as a time.
            documents.insertMany(IntStream.range(0, 30)
                    .mapToObj(i -> new Document("_id", "%02d".formatted(i))
                            .append("even", i % 2 == 0)
                            .append("third", i % 3 == 0)
                            .append(
                                    "at",
                                    Date.from(Instant.parse("2026-12-10T09:00:00Z")
                                            .plusMillis(i * 500L))))
                    .toList());
            var found = new ArrayList<String>();
            Paging.Position after = null;
            do {
                var page = OLDEST.page(
                        documents, List.of(eq("even", true), eq("third", true)), new Paging(after, 7, "any"));
                found.addAll(page.items().stream().map(SortedQueryTest::id).toList());
                var next = page.nextCursor();
                after = next == null ? null : Paging.Position.decode(next, "any");
            } while (after != null);

            assertThat(found)
                    .isEqualTo(IntStream.range(0, 30)
                            .filter(i -> i % 2 == 0 || i % 3 == 0)
                            .mapToObj("%02d"::formatted)
                            .toList());
        }
    }

    @Test
    void ofManyWithTheSameInstantNoneIsLostOrRepeated() {
        try (var client = MongoClients.create(TestBackends.mongoUri())) {
            var documents =
                    client.getDatabase("sorted").getCollection(UUID.randomUUID().toString());
            // Ids run against the instants, so that each order needs both.
            documents.insertMany(IntStream.range(0, 20)
                    .mapToObj(i -> new Document("_id", "%02d".formatted(99 - i))
                            .append(
                                    "at",
                                    Date.from(Instant.parse("2026-12-10T09:00:00Z")
                                            .plusSeconds(i / 5))))
                    .toList());
            var sorted = documents.find().into(new ArrayList<>()).stream()
                    .sorted(Comparator.comparing(SortedQueryTest::at).thenComparing(SortedQueryTest::id))
                    .map(SortedQueryTest::id)
                    .toList();

            assertThat(all(OLDEST, documents)).isEqualTo(sorted);
            assertThat(all(NEWEST, documents)).isEqualTo(sorted.reversed());
        }
    }

    private static List<String> all(SortedQuery<Document> query, MongoCollection<Document> documents) {
        var ids = new ArrayList<String>();
        var page = query.page(documents, empty(), Paging.parse(null, "3", "/things"));
        page.items().forEach(item -> ids.add(id(item)));
        while (page.nextCursor() != null) {
            page = query.page(documents, empty(), Paging.parse(page.nextCursor(), "3", "/things"));
            page.items().forEach(item -> ids.add(id(item)));
        }
        return ids;
    }

    private static Instant at(Document document) {
        return document.getDate("at").toInstant();
    }

    private static String id(Document document) {
        return document.getString("_id");
    }
}
