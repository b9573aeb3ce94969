package ma.maydan.portal.organizations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.FieldError;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.api.UnavailableException;
import ma.maydan.portal.form.Field;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.page.Sending;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds organizations by their names, for the forms that ask for one. */
@Component
public class Picks {

    private static final int SHOWN = 10;

    /** As many as a field holds. */
    private static final int MOST = 50;

    private final Api api;
    private final Parts parts;

    Picks(Api api, Parts parts) {
        this.api = api;
        this.parts = parts;
    }

    /**
     * What a form shows where it asks for an organization.
     *
     * @param sought what was searched for; empty when nothing was
     * @param chosen those that are chosen and can be read
     * @param unknown the ids of those that are chosen and cannot be read
     * @param found what was found
     * @param more whether there are more of them
     * @param away whether the search was not answered
     */
    public record Pick(
            String sought,
            List<Organization> chosen,
            List<String> unknown,
            List<Organization> found,
            boolean more,
            boolean away) {

        static Pick of(String sought, List<Organization> found, boolean more, boolean away) {
            return new Pick(sought, List.of(), List.of(), found, more, away);
        }

        /** The one that is chosen; null for none, and for one that cannot be read. */
        public @Nullable Organization picked() {
            return chosen.isEmpty() ? null : chosen.getFirst();
        }
    }

    /** By the names of the fields. */
    public Map<String, Pick> of(Visitor visitor, Form form) {
        var picks = new LinkedHashMap<String, Pick>();
        for (var field : fields(form)) {
            var found = find(visitor, form.value(field.sought()).strip());
            picks.put(field.name(), chosen(visitor, form.all(field.name()), found));
        }
        return picks;
    }

    private Pick chosen(Visitor visitor, List<String> typed, Pick found) {
        var ids = typed.stream()
                .filter(id -> !id.isBlank())
                .distinct()
                .limit(MOST)
                .toList();
        var loading =
                ids.stream().map(id -> parts.load(() -> read(visitor, id))).toList();
        var chosen = loading.stream().flatMap(one -> one.get().items().stream()).toList();
        var known = chosen.stream().map(Organization::id).toList();
        var unknown = ids.stream().filter(id -> !known.contains(id)).toList();
        return new Pick(found.sought, chosen, unknown, found.found, found.more, found.away);
    }

    /** The verified organizations with such a name, the first of them. */
    Pick find(Visitor visitor, String name) {
        if (name.isBlank()) {
            return Pick.of("", List.of(), false, false);
        }
        try {
            var page = api.list(
                    visitor, Organization.class, Map.of("q", name, "limit", Integer.toString(SHOWN)), "organizations");
            return Pick.of(name, page.items(), page.nextCursor() != null, false);
        } catch (UnavailableException e) {
            return Pick.of(name, List.of(), false, true);
        } catch (ProblemException tooLong) {
            return Pick.of(name, List.of(), false, false);
        }
    }

    /**
     * Nobody sends a form who is still searching.
     *
     * @throws ProblemException 422 at the fields in which something was typed and not searched for
     */
    public void requireSought(Visitor visitor, Form form) {
        if (visitor.sending() != Sending.IN_EARNEST) {
            return;
        }
        var unsought = fields(form).stream()
                .filter(field -> {
                    var typed = form.value(field.sought()).strip();
                    return !typed.isEmpty() && !typed.equals(form.value(field.found()));
                })
                .map(field -> new FieldError("/" + field.name(), "pick-one", null))
                .toList();
        if (!unsought.isEmpty()) {
            throw ProblemException.wrong(unsought);
        }
    }

    /** As a list of one, or of none when it cannot be read. */
    private Page<Organization> read(Visitor visitor, String id) {
        try {
            return new Page<>(List.of(api.get(visitor, Organization.class, "organizations", id)), null);
        } catch (ProblemException | UnavailableException unknown) {
            return new Page<>(List.of(), null);
        }
    }

    private static List<Field> fields(Form form) {
        return form.rows().stream()
                .flatMap(List::stream)
                .filter(Field::isPicked)
                .toList();
    }
}
