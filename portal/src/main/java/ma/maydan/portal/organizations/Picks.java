package ma.maydan.portal.organizations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.FieldError;
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

    private final Api api;

    Picks(Api api) {
        this.api = api;
    }

    /**
     * What a form shows where it asks for an organization.
     *
     * @param sought what was searched for; empty when nothing was
     * @param picked the one that is chosen; null for none, and for one that cannot be read
     * @param found what was found
     * @param more whether there are more of them
     * @param away whether the search was not answered
     */
    public record Pick(
            String sought, @Nullable Organization picked, List<Organization> found, boolean more, boolean away) {}

    /** By the names of the fields. */
    public Map<String, Pick> of(Visitor visitor, Form form) {
        var picks = new LinkedHashMap<String, Pick>();
        for (var field : fields(form)) {
            var found = find(visitor, form.value(field.sought()).strip());
            var picked = picked(visitor, form.value(field.name()));
            picks.put(field.name(), new Pick(found.sought, picked, found.found, found.more, found.away));
        }
        return picks;
    }

    /** The verified organizations with such a name, the first of them. */
    Pick find(Visitor visitor, String name) {
        if (name.isBlank()) {
            return new Pick("", null, List.of(), false, false);
        }
        try {
            var page = api.list(
                    visitor, Organization.class, Map.of("q", name, "limit", Integer.toString(SHOWN)), "organizations");
            return new Pick(name, null, page.items(), page.nextCursor() != null, false);
        } catch (UnavailableException e) {
            return new Pick(name, null, List.of(), false, true);
        } catch (ProblemException tooLong) {
            return new Pick(name, null, List.of(), false, false);
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

    private @Nullable Organization picked(Visitor visitor, String id) {
        try {
            return id.isBlank() ? null : api.get(visitor, Organization.class, "organizations", id);
        } catch (ProblemException | UnavailableException unknown) {
            return null;
        }
    }

    private static List<Field> fields(Form form) {
        return form.rows().stream()
                .flatMap(List::stream)
                .filter(Field::isOrganization)
                .toList();
    }
}
