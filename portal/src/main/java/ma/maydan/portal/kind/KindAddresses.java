package ma.maydan.portal.kind;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** In the addresses that controllers are for, {@code {kind}} is one of the kinds there are, {@code {step}} one of their steps. */
@Configuration(proxyBeanMethods = false)
class KindAddresses implements WebMvcRegistrations, WebMvcConfigurer {

    private final Kinds kinds;

    KindAddresses(Kinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(
                String.class, Kind.class, address -> kinds.find(address).orElseThrow());
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        var addresses = "{kind:" + oneOf(kinds.all().stream().map(Kind::address)) + "}";
        var steps = "{step:"
                + oneOf(kinds.all().stream()
                        .flatMap(kind -> kind.steps().all().stream().map(Step::name))) + "}";
        return new RequestMappingHandlerMapping() {
            @Override
            protected String[] resolveEmbeddedValuesInPatterns(String[] patterns) {
                return Stream.of(super.resolveEmbeddedValuesInPatterns(patterns))
                        .map(pattern -> pattern.replace("{kind}", addresses).replace("{step}", steps))
                        .toArray(String[]::new);
            }
        };
    }

    private static String oneOf(Stream<String> names) {
        return names.distinct().collect(Collectors.joining("|"));
    }
}
