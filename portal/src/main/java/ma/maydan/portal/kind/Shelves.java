package ma.maydan.portal.kind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Part;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.page.Visitor;
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

    /** All lists of a page at the same time. */
    public List<Filled> load(Visitor visitor, Overview page) {
        return load(visitor, page, Map.of());
    }

    /** @param query narrows each of them */
    public List<Filled> load(Visitor visitor, Overview page, Map<String, String> query) {
        return kinds.on(page).stream()
                .map(kind -> start(visitor, kind, Objects.requireNonNull(kind.on(page)), query))
                .toList()
                .stream()
                .map(Supplier::get)
                .toList();
    }

    private <T extends Record & Item> Supplier<Filled> start(
            Visitor visitor, Kind<T> kind, Shelf shelf, Map<String, String> query) {
        var whole = new HashMap<>(query);
        whole.putAll(shelf.query());
        whole.put("limit", Integer.toString(shelf.limit()));
        var list = parts.load(() -> api.list(visitor, kind.type(), whole, shelf.steps()));
        return () -> new Filled(kind, shelf, list.get());
    }
}
