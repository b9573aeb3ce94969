package ma.maydan.portal.organizations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Part;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Kinds;
import ma.maydan.portal.kind.Overview;
import ma.maydan.portal.kind.Touching;
import ma.maydan.portal.page.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What hangs on an organization that is to be suspended, without what its service does not tell now. */
@Component
class Suspending implements Touching {

    private static final Logger log = LoggerFactory.getLogger(Suspending.class);

    /** More are not counted. */
    private static final String MOST = "100";

    private final Api api;
    private final Parts parts;
    private final Kinds kinds;

    Suspending(Api api, Parts parts, Kinds kinds) {
        this.api = api;
        this.parts = parts;
        this.kinds = kinds;
    }

    private record Thing(String id) {}

    @Override
    public String step() {
        return "organization.suspend";
    }

    @Override
    public List<Count> by(Visitor visitor, Item organization) {
        var theirs = Map.of("organizationId", organization.id(), "limit", MOST);
        var lists = new LinkedHashMap<String, Parts.Loading<Thing>>();
        for (var kind : kinds.on(Overview.ORGANIZATION)) {
            lists.put(kind.address(), parts.load(() -> api.list(visitor, Thing.class, theirs, kind.address())));
        }
        return lists.entrySet().stream()
                .flatMap(list -> count("touched." + list.getKey(), part(list.getValue())).stream())
                .toList();
    }

    private static List<Count> count(String key, Part<Thing> part) {
        return part.available() ? List.of(new Count(key, part.items().size(), part.nextCursor() != null)) : List.of();
    }

    private static Part<Thing> part(Parts.Loading<Thing> list) {
        try {
            return list.get();
        } catch (ProblemException refused) {
            log.warn("What a suspension touches is not counted: {}", refused.getMessage());
            return Part.unavailable();
        }
    }
}
