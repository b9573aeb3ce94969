package ma.maydan.portal.personal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.api.UnavailableException;
import ma.maydan.portal.notices.Area;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the services hold of people, put together. */
@Component
class PersonalData {

    private static final String DATA = "personal-data";

    private final Api api;
    private final Parts parts;

    PersonalData(Api api, Parts parts) {
        this.api = api;
        this.parts = parts;
    }

    /** @param away whether a service did not answer */
    record Declared(List<Declaration> all, boolean away) {}

    /** What all services declare, each once however many of them have it. */
    Declared declared(Visitor visitor) {
        var loading = Arrays.stream(Area.values())
                .map(area -> parts.load(() -> api.list(visitor, Declaration.class, Map.of(), DATA, area.address())))
                .toList();
        var loaded = loading.stream().map(Parts.Loading::get).toList();
        var byCode = new LinkedHashMap<String, Declaration>();
        loaded.forEach(part -> part.items().forEach(one -> byCode.putIfAbsent(one.code(), one)));
        return new Declared(List.copyOf(byCode.values()), loaded.stream().anyMatch(part -> !part.available()));
    }

    /**
     * All that is held of the visitor, by area.
     *
     * @throws ma.maydan.portal.api.ProblemException 403 {@code sign-in-anew} for who did not sign in just now
     */
    Map<Area, JsonNode> mine(Visitor visitor) {
        var loading = Arrays.stream(Area.values())
                .map(area -> Map.entry(
                        area,
                        parts.load(() -> new Page<>(
                                List.of(api.get(visitor, JsonNode.class, "me", DATA, area.address())), null))))
                .toList();
        var mine = new LinkedHashMap<Area, JsonNode>();
        for (var one : loading) {
            var part = one.getValue().get();
            if (!part.available()) {
                throw new UnavailableException("A service is away: the archive would lack its part");
            }
            mine.put(one.getKey(), part.items().getFirst());
        }
        return mine;
    }
}
