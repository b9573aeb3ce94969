package ma.maydan.starter.mongo;

import com.mongodb.MongoClientSettings;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;

/** Local times, dates and zones as ISO 8601 text, which reads alike in every tool; the rest as the driver does it. */
final class Codecs {

    private Codecs() {}

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
