package ma.maydan.portal.list;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.kind.Catalog;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Shelf;
import ma.maydan.portal.page.Addresses;
import ma.maydan.portal.page.Codes;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Lists for pages. An address that asks for what there is not gets the list without it, with a notice. */
@Component
public class Lists {

    /** As large as the API has pages. */
    private static final int LARGEST = 100;

    private final Api api;
    private final Codes codes;
    private final Clock clock;

    Lists(Api api, Codes codes, Clock clock) {
        this.api = api;
        this.codes = codes;
        this.clock = clock;
    }

    /** The list of a kind that anybody may see, as an address asks for it. */
    public Listing<?> catalog(Visitor visitor, Kind<?> kind, Catalog catalog, Map<String, String> asked) {
        var filters = filters(catalog, asked);
        var place = new Place(asked.get("cursor"), catalog.size());
        var more = catalog.counted() ? Map.of("counted", "true") : Map.<String, String>of();
        return load(visitor, kind.type(), filters, more, place, kind.address());
    }

    /** The same in another arrangement, with all its pages: these parameters of the API take the place of its own. */
    public <T extends Record & Item> Pages<T> pages(
            Visitor visitor, Kind<T> kind, Map<String, String> asked, Map<String, String> instead) {
        var filters = filters(Objects.requireNonNull(kind.catalog()), asked);
        return new Pages<>(filters, cursor -> {
            var query = query(filters, instead, new Place(cursor, LARGEST));
            return api.list(visitor, kind.type(), query, kind.address());
        });
    }

    private Filters filters(Catalog catalog, Map<String, String> asked) {
        var filters = Filters.of(catalog.filters(), codes, asked).chips(catalog.chips(), asked, clock.instant());
        return catalog.searched() ? filters.search(asked.get("q")) : filters;
    }

    /** All of a list. */
    public <T> Listing<T> load(Visitor visitor, Class<T> item, Place place, String... path) {
        return load(visitor, item, new Filters(), place, path);
    }

    /** What waits of a kind, as an address asks for its table. */
    public Listing<?> table(Visitor visitor, Kind<?> kind, Shelf queue, MultiValueMap<String, String> asked, int size) {
        var place = new Place(asked.getFirst("cursor"), size);
        return load(visitor, kind.type(), filters(kind, asked), place, queue.steps());
    }

    /**
     * The same with all its pages.
     *
     * @throws ProblemException 400 when the address asks for what there is not, since a file cannot say that it has
     *     something else
     */
    public Pages<? extends Item> pages(
            Visitor visitor, Kind<?> kind, Shelf queue, MultiValueMap<String, String> asked) {
        var filters = filters(kind, asked);
        if (filters.isUnknown()) {
            throw ProblemException.of(400, "bad-request");
        }
        return pages(visitor, kind.type(), filters, queue.steps());
    }

    /** All of a list, with all its pages. */
    public <T> Pages<T> pages(Visitor visitor, Class<T> item, String... path) {
        return pages(visitor, item, new Filters(), path);
    }

    private <T> Pages<T> pages(Visitor visitor, Class<T> item, Filters filters, String... path) {
        return new Pages<>(filters, cursor -> {
            var query = query(filters, Map.of(), new Place(cursor, LARGEST));
            return api.list(visitor, item, query, path);
        });
    }

    private Filters filters(Kind<?> kind, MultiValueMap<String, String> asked) {
        var table = kind.table();
        var filters = Filters.of(table.filters(), codes, asked.toSingleValueMap())
                .order(asked.getFirst("sort"), table.orders())
                .columns(asked.getOrDefault(Addresses.COLUMN, List.of()), table.names());
        return table.search().isEmpty() ? filters : filters.search(table.search(), asked.getFirst(table.search()));
    }

    private <T> Listing<T> load(Visitor visitor, Class<T> item, Filters filters, Place place, String... path) {
        return load(visitor, item, filters, Map.of(), place, path);
    }

    private <T> Listing<T> load(
            Visitor visitor, Class<T> item, Filters filters, Map<String, String> more, Place place, String... path) {
        // A place in the list that was asked for is none in the one that is shown.
        var known = filters.isUnknown() ? new Place(null, place.limit()) : place;
        try {
            var notice = filters.isUnknown() ? "list.unknownFilter" : null;
            return read(visitor, item, filters, query(filters, more, known), notice, path);
        } catch (ProblemException refusal) {
            if (!refusal.code().equals("invalid-cursor") || known.cursor() == null) {
                throw refusal;
            }
            var beginning = query(filters, more, new Place(null, place.limit()));
            return read(visitor, item, filters, beginning, "list.lostPlace", path);
        }
    }

    private <T> Listing<T> read(
            Visitor visitor,
            Class<T> item,
            Filters filters,
            Map<String, String> query,
            @Nullable String notice,
            String... path) {
        var page = api.list(visitor, item, query, path);
        return new Listing<>(page.items(), page.nextCursor(), query.get("cursor"), filters, page.count(), notice);
    }

    private static Map<String, String> query(Filters filters, Map<String, String> more, Place place) {
        var query = new HashMap<>(filters.asked());
        query.putAll(more);
        query.put("limit", Integer.toString(place.limit()));
        query.put("cursor", place.cursor());
        return query;
    }

    /**
     * A list from its beginning to its end.
     *
     * @param at the page that starts at a cursor; null for the first
     */
    public record Pages<T>(Filters filters, Function<@Nullable String, Page<T>> at) {}

    /**
     * Where in a list.
     *
     * @param cursor as the address has it
     * @param limit of the items on a page
     */
    public record Place(@Nullable String cursor, int limit) {}
}
