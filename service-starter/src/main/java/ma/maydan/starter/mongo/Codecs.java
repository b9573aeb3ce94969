package ma.maydan.starter.mongo;

import com.mongodb.MongoClientSettings;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;

/** Local times, dates and zones as ISO 8601 text, which reads alike in every tool; the rest as the driver does it. */
public final class Codecs {

    private static final CodecRegistry REGISTRY = registry();

    private Codecs() {}

    /** A record as a document within another. */
    public static BsonDocument encode(Record value) {
        var document = new BsonDocument();
        encode(REGISTRY.get(value.getClass()), value, new BsonDocumentWriter(document));
        return document;
    }

    @SuppressWarnings("unchecked") // The codec is that of the value's class.
    private static <T> void encode(Codec<T> codec, Record value, BsonWriter to) {
        codec.encode(to, (T) value, EncoderContext.builder().build());
    }

    /** @throws org.bson.BSONException when the document is none of this type */
    public static <T extends Record> T decode(BsonDocument document, Class<T> type) {
        return REGISTRY.get(type)
                .decode(document.asBsonReader(), DecoderContext.builder().build());
    }

    static CodecRegistry registry() {
        return CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(
                        new TextCodec<>(LocalDateTime.class, LocalDateTime::parse),
                        new TextCodec<>(LocalDate.class, LocalDate::parse),
                        new TextCodec<>(ZoneId.class, ZoneId::of)),
                MongoClientSettings.getDefaultCodecRegistry());
    }

    private record TextCodec<T>(Class<T> type, Function<String, T> parse) implements Codec<T> {

        @Override
        public Class<T> getEncoderClass() {
            return type;
        }

        @Override
        public void encode(BsonWriter writer, T value, EncoderContext context) {
            writer.writeString(value.toString());
        }

        @Override
        public T decode(BsonReader reader, DecoderContext context) {
            return parse.apply(reader.readString());
        }
    }
}
