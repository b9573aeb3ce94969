package ma.maydan.starter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.Metrics;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.RawBsonDocumentCodec;
import org.bson.codecs.configuration.CodecRegistries;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Documents of any {@link Shape} that has been. One that cannot be read takes nobody else's down: it is as good as
 * absent, logged, and counted by {@code maydan.unreadable.documents}.
 */
public final class Readable {

    private static final Logger log = LoggerFactory.getLogger(Readable.class);
    /** Of an aggregate that is deleted nothing stays but its id and version, which is nothing to read (ADR 18). */
    private static final String DELETED = "deleted";

    private static final RawBsonDocumentCodec RAW = new RawBsonDocumentCodec();
    private static final BsonDocumentCodec DOCUMENT = new BsonDocumentCodec();

    private Readable() {}

    /** The collection, which gives null for a document that cannot be read. */
    public static <T> MongoCollection<T> collection(MongoDatabase database, String name, Class<T> type, Shape shape) {
        var collection = database.getCollection(name, type);
        var codecs = collection.getCodecRegistry();
        return collection.withCodecRegistry(CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(new Tolerant<>(name, codecs.get(type), shape, needed(type))), codecs));
    }

    private static List<Method> needed(Class<?> type) {
        var components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        return Arrays.stream(components)
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getAccessor)
                .peek(accessor -> accessor.setAccessible(true))
                .toList();
    }

    /** What can be read of it. */
    public static <T> List<T> list(MongoIterable<T> documents) {
        var all = documents.into(new ArrayList<T>());
        all.removeIf(Objects::isNull);
        return all;
    }

    /** What can be read of those with these ids, by id. */
    public static <T> Map<String, T> byId(
            MongoCollection<T> collection, Collection<String> ids, Function<? super T, String> id) {
        var found = new HashMap<String, T>();
        if (!ids.isEmpty()) {
            list(collection.find(Filters.in("_id", ids))).forEach(one -> found.put(id.apply(one), one));
        }
        return found;
    }

    /** Null when it cannot be read. */
    public static <T> @Nullable T decode(BsonDocument document, MongoCollection<T> collection) {
        try (var reader = document.asBsonReader()) {
            return collection
                    .getCodecRegistry()
                    .get(collection.getDocumentClass())
                    .decode(reader, DecoderContext.builder().build());
        }
    }

    private record Tolerant<T>(String collection, Codec<T> strict, Shape shape, List<Method> needed)
            implements Codec<T> {

        @Override
        public Class<T> getEncoderClass() {
            return strict.getEncoderClass();
        }

        @Override
        public void encode(BsonWriter writer, T value, EncoderContext context) {
            if (shape.number() == 1) {
                strict.encode(writer, value, context);
                return;
            }
            var document = new BsonDocument();
            strict.encode(new BsonDocumentWriter(document), value, context);
            shape.mark(document);
            DOCUMENT.encode(writer, document, context);
        }

        @Override
        @SuppressWarnings("NullAway") // What the driver hands on to those who use Readable.list or look for null.
        public T decode(BsonReader reader, DecoderContext context) {
            // Whole first, so that the reader stands behind the document whatever is wrong in it.
            var document = RAW.decode(reader, context);
            if (document.containsKey(DELETED)) {
                return null;
            }
            try (var again = present(document)) {
                return complete(strict.decode(again, context));
            } catch (RuntimeException | ReflectiveOperationException unreadable) {
                log.error("Document {} of {} cannot be read", document.get("_id"), collection, unreadable);
                Metrics.counter("maydan.unreadable.documents", "collection", collection)
                        .increment();
                return null;
            }
        }

        /** A record gets null for what the document lacks, also where it may not be null. */
        private T complete(T decoded) throws ReflectiveOperationException {
            for (var component : needed) {
                if (component.invoke(decoded) == null) {
                    throw new IllegalStateException("It lacks " + component.getName());
                }
            }
            return decoded;
        }

        private BsonReader present(RawBsonDocument document) {
            if (Shape.of(document) == shape.number()) {
                return document.asBsonReader();
            }
            var upgraded = document.decode(DOCUMENT);
            shape.upgrade(upgraded);
            return new BsonDocumentReader(upgraded);
        }
    }
}
