package ma.maydan.portal.list;

import java.util.HashMap;
import java.util.List;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Shelf;
import ma.maydan.portal.page.Codes;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Lists for pages. An address that asks for what there is not gets the list without it, with a notice. */
@Component
public class Lists {

    private final Api api;
    private final Codes codes;

    Lists(Api api, Codes codes) {
        this.api = api;
        this.codes = codes;
    }

    /** All of a list. */
    public <T> Listing<T> load(Visitor visitor, Class<T> item, Place place, String... path) {
        return load(visitor, item, new Filters(), place, path);
    }

    /** What waits of a kind, as an address asks for its table. */
    public Listing<?> table(Visitor visitor, Kind<?> kind, Shelf queue, MultiValueMap<String, String> asked, int size) {
        var table = kind.table();
        var filters = Filters.of(table.filters(), codes, asked.toSingleValueMap())
                .order(asked.getFirst("sort"), table.orders())
                .columns(asked.getOrDefault("column", List.of()), table.names());
        return load(visitor, kind.type(), filters, new Place(asked.getFirst("cursor"), size), queue.steps());
    }

    <T> Listing<T> load(Visitor visitor, Class<T> item, Filters filters, Place place, String... path) {
        try {
            return read(visitor, item, filters, place, filters.isUnknown() ? "list.unknownFilter" : null, path);
        } catch (ProblemException refusal) {
            if (!refusal.code().equals("invalid-cursor") || place.cursor() == null) {
                throw refusal;
            }
            return read(visitor, item, filters, new Place(null, place.limit()), "list.lostPlace", path);
        }
    }

    private <T> Listing<T> read(
            Visitor visitor, Class<T> item, Filters filters, Place place, @Nullable String notice, String... path) {
        // A place in the list that was asked for is none in the one that is shown.
        var cursor = filters.isUnknown() ? null : place.cursor();
        var query = new HashMap<String, String>(filters.chosen());
        query.put("limit", Integer.toString(place.limit()));
        query.put("cursor", cursor);
        var page = api.list(visitor, item, query, path);
        return new Listing<>(page.items(), page.nextCursor(), cursor, filters, notice);
    }

    /**
     * Where in a list.
     *
     * @param cursor as the address has it
     * @param limit of the items on a page
     */
    public record Place(@Nullable String cursor, int limit) {}
}
