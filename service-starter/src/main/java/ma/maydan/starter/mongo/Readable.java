package ma.maydan.starter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.MongoIterable;
import io.micrometer.core.instrument.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.RawBsonDocumentCodec;
import org.bson.codecs.configuration.CodecRegistries;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One document that cannot be read takes nobody else's down: it is as good as absent, logged, and counted by {@code
 * maydan.unreadable.documents}.
 */
public final class Readable {

    private static final Logger log = LoggerFactory.getLogger(Readable.class);
    private static final RawBsonDocumentCodec RAW = new RawBsonDocumentCodec();

    private Readable() {}

    /** The collection, which gives null for a document that cannot be read. */
    public static <T> MongoCollection<T> collection(MongoDatabase database, String name, Class<T> type) {
        var collection = database.getCollection(name, type);
        var codecs = collection.getCodecRegistry();
        return collection.withCodecRegistry(CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(new Tolerant<>(name, codecs.get(type))), codecs));
    }

    /** What can be read of it. */
    public static <T> List<T> list(MongoIterable<T> documents) {
        var all = documents.into(new ArrayList<T>());
        all.removeIf(Objects::isNull);
        return all;
    }

    /** Null when it cannot be read. */
    public static <T> @Nullable T decode(RawBsonDocument document, MongoCollection<T> collection) {
        try (var reader = document.asBsonReader()) {
            return collection
                    .getCodecRegistry()
                    .get(collection.getDocumentClass())
                    .decode(reader, DecoderContext.builder().build());
        }
    }

    private record Tolerant<T>(String collection, Codec<T> strict) implements Codec<T> {

        @Override
        public Class<T> getEncoderClass() {
            return strict.getEncoderClass();
        }

        @Override
        public void encode(BsonWriter writer, T value, EncoderContext context) {
            strict.encode(writer, value, context);
        }

        @Override
        @SuppressWarnings("NullAway") // What the driver hands on to those who use Readable.list or look for null.
        public T decode(BsonReader reader, DecoderContext context) {
            // Whole first, so that the reader stands behind the document whatever is wrong in it.
            var document = RAW.decode(reader, context);
            try (var again = document.asBsonReader()) {
                return strict.decode(again, context);
            } catch (RuntimeException unreadable) {
                log.error("Document {} of {} cannot be read", document.get("_id"), collection, unreadable);
                Metrics.counter("maydan.unreadable.documents", "collection", collection)
                        .increment();
                return null;
            }
        }
    }
}
