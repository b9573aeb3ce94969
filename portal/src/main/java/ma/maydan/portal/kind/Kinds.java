package ma.maydan.portal.kind;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        for (var page : Overview.values()) {
            on(page);
        }
    }

    public Collection<Kind<?>> all() {
        return byAddress.values();
    }

    public Optional<Kind<?>> find(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** Those that have a list on a page, in its order. */
    public List<Kind<?>> on(Overview page) {
        var found = new TreeMap<Integer, Kind<?>>();
        for (var kind : byAddress.values()) {
            var shelf = kind.on(page);
            if (shelf != null && found.put(shelf.rank(), kind) != null) {
                throw new IllegalStateException("Two kinds have rank " + shelf.rank() + " on " + page);
            }
        }
        return List.copyOf(found.values());
    }

    private static void check(Kind<?> kind) {
        var template = new ClassPathResource("templates/" + kind.parts() + ".html");
        if (!template.exists()) {
            throw new IllegalStateException(kind.name() + " has no " + template.getPath());
        }
        var parts = Arrays.stream(kind.type().getRecordComponents())
                .map(part -> part.getName())
                .toList();
        kind.table().check(kind, parts);
        var form = kind.form();
        if (form != null) {
            form.all().forEach(field -> {
                if (!parts.contains(field.name())) {
                    throw new IllegalStateException(kind.type().getSimpleName() + " has no " + field.name());
                }
            });
        }
    }
}
