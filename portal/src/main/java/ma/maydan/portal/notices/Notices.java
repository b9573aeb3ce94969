package ma.maydan.portal.notices;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Component;

/** What a person has been told by all services. */
@Component
class Notices {

    private static final int SHOWN = 20;

    private final Api api;
    private final Parts parts;

    Notices(Api api, Parts parts) {
        this.api = api;
        this.parts = parts;
    }

    /** A notice and whose it is. */
    public record Shown(Area area, Notice notice) {}

    /**
     * The latest of all.
     *
     * @param more the areas that have older ones
     * @param away whether a service did not answer
     */
    public record Latest(List<Shown> items, List<Area> more, boolean away) {

        public boolean isUnread() {
            return items.stream().anyMatch(shown -> shown.notice.unread());
        }
    }

    /** The latest of each area, together the latest first. */
    Latest latest(Visitor visitor) {
        var loading = Arrays.stream(Area.values())
                .map(area -> Map.entry(area, parts.load(() -> page(visitor, area, ""))))
                .toList();
        var loaded = loading.stream()
                .map(one -> Map.entry(one.getKey(), one.getValue().get()))
                .toList();
        var items = loaded.stream()
                .flatMap(one -> one.getValue().items().stream().map(notice -> new Shown(one.getKey(), notice)))
                .sorted(Comparator.comparing((Shown shown) -> shown.notice.at()).reversed())
                .toList();
        var more = loaded.stream()
                .filter(one -> one.getValue().nextCursor() != null)
                .map(Map.Entry::getKey)
                .toList();
        return new Latest(
                items, more, loaded.stream().anyMatch(one -> !one.getValue().available()));
    }

    Page<Notice> page(Visitor visitor, Area area, String cursor) {
        return api.list(
                visitor,
                Notice.class,
                Map.of("limit", Integer.toString(SHOWN), "cursor", cursor),
                "me",
                "notices",
                area.address());
    }

    /** How many have not been seen; those of a service that does not answer are not counted. */
    int unread(Visitor visitor) {
        var loading = Arrays.stream(Area.values())
                .map(area -> parts.load(() -> new Page<>(
                        List.of(api.get(visitor, Count.class, "me", "notices", area.address(), "count")), null)))
                .toList();
        return loading.stream()
                .flatMap(one -> one.get().items().stream())
                .mapToInt(Count::unread)
                .sum();
    }

    record Count(int unread) {}

    void read(Visitor visitor, Area area, String id) {
        api.post(visitor, Map.of(), "me", "notices", area.address(), id, "read");
    }

    /** Up to what the page showed; whatever comes meanwhile stays unread. */
    void readAll(Visitor visitor, String upTo) {
        for (var area : Area.values()) {
            api.post(visitor, Map.of("upTo", upTo), "me", "notices", area.address(), "read");
        }
    }

    record Preferences(boolean optionalMails) {}

    boolean wantsOptionalMails(Visitor visitor) {
        return Arrays.stream(Area.values())
                .allMatch(area -> api.get(visitor, Preferences.class, "me", "notices", area.address(), "preferences")
                        .optionalMails());
    }

    void prefer(Visitor visitor, boolean optionalMails) {
        for (var area : Area.values()) {
            api.put(visitor, new Preferences(optionalMails), "me", "notices", area.address(), "preferences");
        }
    }

    void unsubscribe(Visitor visitor, Area area, String key) {
        api.post(visitor, Map.of(), "notices", area.address(), "unsubscribe", key);
    }
}
