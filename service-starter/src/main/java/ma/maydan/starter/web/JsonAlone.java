package ma.maydan.starter.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.ResourceRegionHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code application/json} and nothing else, by the one strict mapper: what other libraries can convert takes
 * other ways in. Beside it only bytes are written that are ready, such as an OpenAPI document, and files or parts of them.
 */
final class JsonAlone extends JacksonJsonHttpMessageConverter {

    JsonAlone(JsonMapper strict) {
        super(strict);
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return mediaType != null
                && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(mediaType)
                && super.canRead(type, mediaType);
    }

    /** What of a body cannot be read is gathered, to be told at once. */
    @Override
    protected ObjectReader customizeReader(ObjectReader reader, JavaType type) {
        var faults = BodyFaults.begin();
        return reader.withHandler(faults).withAttribute(BodyFaults.class, faults);
    }

    /** Takes the place of all converters that the classpath offers. */
    void replace(List<HttpMessageConverter<?>> converters) {
        converters.clear();
        converters.add(new ByteArrayHttpMessageConverter());
        converters.add(new ResourceHttpMessageConverter());
        converters.add(new ResourceRegionHttpMessageConverter());
        converters.add(this);
    }
}
