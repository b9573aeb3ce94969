package ma.maydan.starter.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * A value of another JSON type than the OpenAPI document names is refused, not turned into something else; so is a
 * member that comes twice.
 */
@AutoConfiguration
class StrictJsonAutoConfiguration {

    @Bean
    JsonMapperBuilderCustomizer strictTypes() {
        return mapper -> mapper.addModule(new SimpleModule("plain")
                        .addDeserializer(String.class, new PlainString())
                        .addDeserializer(Integer.class, new PlainInteger())
                        .addDeserializer(Instant.class, new PlainTime<>(Instant.class, Instant::parse))
                        .addDeserializer(
                                LocalDateTime.class, new PlainTime<>(LocalDateTime.class, LocalDateTime::parse))
                        .addDeserializer(LocalDate.class, new PlainTime<>(LocalDate.class, LocalDate::parse)))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }
}
