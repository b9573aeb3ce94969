package ma.maydan.testkit.backends;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Documents as an earlier release stored them, one in each line of {@code <collection>-<shape>.jsonl} beside a test. */
public final class FrozenDocuments {

    private FrozenDocuments() {}

    /** Puts those of one shape in place of what the collection held, as that release left it. */
    public static void thaw(MongoDatabase database, Class<?> test, String collection, int shape) {
        var documents = database.getCollection(collection, BsonDocument.class);
        documents.drop();
        database.getCollection("shapes").deleteOne(new BsonDocument("_id", new BsonString(collection)));
        try (var lines = test.getResourceAsStream(collection + "-" + shape + ".jsonl")) {
            new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(BsonDocument::parse)
                    .forEach(documents::insertOne);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
