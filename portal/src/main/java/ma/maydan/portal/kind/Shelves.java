package ma.maydan.portal.kind;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Part;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads lists of all kinds for one page. */
@Component
public class Shelves {

    private final Api api;
    private final Parts parts;
    private final Kinds kinds;

    Shelves(Api api, Parts parts, Kinds kinds) {
        this.api = api;
        this.parts = parts;
        this.kinds = kinds;
    }

    /** A list of a kind; the page stands without it when its service does not answer. */
    public record Filled(Kind<?> kind, Shelf shelf, Part<?> list) {

        /** Whether there is more than it shows. */
        public boolean isMore() {
            return list.nextCursor() != null
                    || list.available() && !shelf.query().isEmpty();
        }
    }

    /** All such lists at the same time. */
    public List<Filled> load(Visitor visitor, Function<Kind<?>, @Nullable Shelf> shelf) {
        return load(visitor, shelf, Map.of());
    }

    /** @param query narrows each of them */
    public List<Filled> load(Visitor visitor, Function<Kind<?>, @Nullable Shelf> shelf, Map<String, String> query) {
        var loading = new LinkedHashMap<Kind<?>, Parts.Loading<?>>();
        kinds.on(shelf).forEach(kind -> loading.put(kind, start(visitor, kind, of(kind, shelf), query)));
        return loading.entrySet().stream()
                .map(one -> new Filled(
                        one.getKey(), of(one.getKey(), shelf), one.getValue().get()))
                .toList();
    }

    private static Shelf of(Kind<?> kind, Function<Kind<?>, @Nullable Shelf> shelf) {
        return Objects.requireNonNull(shelf.apply(kind));
    }

    private <T extends Record & Item> Parts.Loading<T> start(
            Visitor visitor, Kind<T> kind, Shelf shelf, Map<String, String> query) {
        var whole = new HashMap<>(query);
        whole.putAll(shelf.query());
        whole.put("limit", Integer.toString(shelf.limit()));
        return parts.load(() -> api.list(visitor, kind.type(), whole, shelf.steps()));
    }
}
