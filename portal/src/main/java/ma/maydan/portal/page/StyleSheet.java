package ma.maydan.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** The style sheets of all parts as one: first what all stand on, then each by its name, then what holds for paper. */
final class StyleSheet implements ResourceResolver {

    private static final String NAME = "maydan.css";
    private static final Comparator<String> ORDER = Comparator.comparingInt((String name) -> switch (name) {
                case "base.css" -> 0;
                case "print.css" -> 2;
                default -> 1;
            })
            .thenComparing(Comparator.naturalOrder());

    @Override
    public @Nullable Resource resolveResource(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        return path.equals(NAME) ? whole() : chain.resolveResource(request, path, locations);
    }

    @Override
    public @Nullable String resolveUrlPath(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return path.equals(NAME) ? path : chain.resolveUrlPath(path, locations);
    }

    private static Resource whole() {
        var whole = new StringBuilder();
        parts().values().forEach(whole::append);
        return new ByteArrayResource(whole.toString().getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return NAME;
            }

            @Override
            public long lastModified() {
                return 0;
            }
        };
    }

    /** Where a developer has the sources in front of what was built of them, those. */
    private static Map<String, String> parts() {
        var parts = new TreeMap<String, String>(ORDER);
        try {
            for (var part : new PathMatchingResourcePatternResolver().getResources("classpath*:css/*.css")) {
                parts.putIfAbsent(
                        String.valueOf(part.getFilename()), part.getContentAsString(StandardCharsets.UTF_8) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
