package ma.maydan.portal.kind;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** All kinds of things. */
@Component
public class Kinds {

    private final Map<String, Kind<?>> byAddress = new TreeMap<>();

    /** @throws IllegalStateException when a kind is not whole */
    Kinds(List<Kind<?>> all) {
        for (var kind : all) {
            check(kind);
            if (byAddress.put(kind.address(), kind) != null) {
                throw new IllegalStateException("Two kinds are at /" + kind.address());
            }
        }
    }

    public Collection<Kind<?>> all() {
        return byAddress.values();
    }

    public Optional<Kind<?>> find(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** Those that have such a list, in its order. */
    public List<Kind<?>> on(Function<Kind<?>, @Nullable Shelf> shelf) {
        return byAddress.values().stream()
                .filter(kind -> shelf.apply(kind) != null)
                .sorted(Comparator.comparingInt(kind -> rank(shelf.apply(kind))))
                .toList();
    }

    private static int rank(@Nullable Shelf shelf) {
        return shelf == null ? 0 : shelf.rank();
    }

    private static void check(Kind<?> kind) {
        var template = new ClassPathResource("templates/" + kind.parts() + ".html");
        if (!template.exists()) {
            throw new IllegalStateException(kind.name() + " has no " + template.getPath());
        }
        var form = kind.form();
        if (form != null) {
            var parts = Arrays.stream(kind.type().getRecordComponents())
                    .map(part -> part.getName())
                    .collect(Collectors.toSet());
            form.all().forEach(field -> {
                if (!parts.contains(field.name())) {
                    throw new IllegalStateException(kind.type().getSimpleName() + " has no " + field.name());
                }
            });
        }
    }
}
