package ma.maydan.portal.address;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.kind.Kinds;
import ma.maydan.portal.page.Language;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All pages that everybody may see, each in its three languages (sitemaps.org); made at most once in ten minutes. */
@Component
class SiteMap {

    private static final Duration KEPT = Duration.ofMinutes(10);

    /** Of each kind, a hundred at a time; a map may hold 50,000 addresses. */
    private static final int MOST = 1_000;

    private final Api api;
    private final Kinds kinds;
    private final Clock clock;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Known known;

    SiteMap(Api api, Kinds kinds, Clock clock) {
        this.api = api;
        this.kinds = kinds;
        this.clock = clock;
    }

    private record Known(List<String> paths, Instant until) {}

    private record Thing(String id) {}

    String of(String origin) {
        return paths().stream()
                .flatMap(path -> Stream.of(Language.values()).map(language -> entry(origin, path, language)))
                .collect(Collectors.joining("", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
                        """, "</urlset>\n"));
    }

    private static String entry(String origin, String path, Language own) {
        var others = Stream.of(Language.values())
                .map(language -> "<xhtml:link rel=\"alternate\" hreflang=\"%s\" href=\"%s\"/>"
                        .formatted(language.code(), address(origin, path, language)))
                .collect(Collectors.joining());
        return "<url><loc>%s</loc>%s</url>\n".formatted(address(origin, path, own), others);
    }

    private static String address(String origin, String path, Language language) {
        return origin + "/" + language.code() + path;
    }

    /** Without a language. */
    private List<String> paths() {
        making.lock();
        try {
            var now = clock.instant();
            var before = known;
            if (before == null || !before.until.isAfter(now)) {
                before = new Known(read(), now.plus(KEPT));
                known = before;
            }
            return before.paths;
        } finally {
            making.unlock();
        }
    }

    private List<String> read() {
        var paths = new ArrayList<>(List.of("/"));
        for (var kind : kinds.all()) {
            if (kind.catalog() != null) {
                paths.add("/" + kind.address());
                ids(kind.address()).forEach(id -> paths.add(kind.page(id)));
            }
        }
        return List.copyOf(paths);
    }

    private List<String> ids(String kind) {
        var ids = new ArrayList<String>();
        var query = new HashMap<String, String>();
        query.put("limit", "100");
        do {
            var page = api.list(Visitor.anonymous(Language.FR), Thing.class, query, kind);
            page.items().forEach(thing -> ids.add(thing.id()));
            query.put("cursor", page.nextCursor());
        } while (query.get("cursor") != null && ids.size() < MOST);
        return ids;
    }
}
