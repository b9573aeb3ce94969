package ma.maydan.portal.organizations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Part;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Kinds;
import ma.maydan.portal.kind.Overview;
import ma.maydan.portal.kind.Touching;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom and what it touches when an organization is suspended or leaves the register, without what its service does not tell now. */
final class Suspending implements Touching {

    private static final Logger log = LoggerFactory.getLogger(Suspending.class);

    /** More are not counted. */
    private static final String MOST = "100";

    private final String step;
    private final Api api;
    private final Parts parts;
    private final Kinds kinds;

    Suspending(String step, Api api, Parts parts, Kinds kinds) {
        this.step = step;
        this.api = api;
        this.parts = parts;
        this.kinds = kinds;
    }

    @Configuration(proxyBeanMethods = false)
    static class Steps {

        @Bean
        Touching suspending(Api api, Parts parts, Kinds kinds) {
            return new Suspending("suspend", api, parts, kinds);
        }

        @Bean
        Touching proposingRevocation(Api api, Parts parts, Kinds kinds) {
            return new Suspending("propose-revocation", api, parts, kinds);
        }

        @Bean
        Touching revoking(Api api, Parts parts, Kinds kinds) {
            return new Suspending("revoke", api, parts, kinds);
        }

        @Bean
        Touching retiring(Api api, Parts parts, Kinds kinds) {
            return new Suspending("retire", api, parts, kinds);
        }
    }

    /** @param seats of an event alone */
    private record Thing(String id, @Nullable Seats seats) {

        int registered() {
            return seats == null ? 0 : seats.confirmed();
        }
    }

    private record Seats(int confirmed) {}

    private record Member(String id) {}

    @Override
    public String step() {
        return "organization." + step;
    }

    @Override
    public List<Count> by(Visitor visitor, Item organization) {
        var theirs = Map.of("organizationId", organization.id(), "limit", MOST);
        var lists = new LinkedHashMap<String, Parts.Loading<Thing>>();
        for (var kind : kinds.on(Overview.ORGANIZATION)) {
            lists.put(kind.address(), parts.load(() -> api.list(visitor, Thing.class, theirs, kind.address())));
        }
        var members = parts.load(
                () -> api.list(visitor, Member.class, Map.of(), "organizations", organization.id(), "members"));
        return Stream.concat(
                        lists.entrySet().stream().flatMap(list -> counts(list.getKey(), part(list.getValue()))),
                        count("touched.members", part(members)))
                .toList();
    }

    private static Stream<Count> counts(String address, Part<Thing> part) {
        var registered = part.items().stream().mapToInt(Thing::registered).sum();
        return Stream.concat(
                count("touched." + address, part),
                registered == 0
                        ? Stream.of()
                        : Stream.of(new Count("touched.seats", registered, part.nextCursor() != null)));
    }

    private static Stream<Count> count(String key, Part<?> part) {
        return part.available()
                ? Stream.of(new Count(key, part.items().size(), part.nextCursor() != null))
                : Stream.of();
    }

    private static <T> Part<T> part(Parts.Loading<T> list) {
        try {
            return list.get();
        } catch (ProblemException refused) {
            log.warn("What a suspension touches is not counted: {}", refused.getMessage());
            return Part.unavailable();
        }
    }
}
