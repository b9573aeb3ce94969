package ma.maydan.portal.registrations;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.FieldError;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * The seats that one form takes, each by a request of its own. A form that is sent again takes none of them twice, also
 * when only some were refused: the key of each request is made of what it asks for.
 */
record Taken(Api api, Visitor visitor, String event) {

    /**
     * @return one for each line, or for nobody yet where nobody is named
     * @throws ProblemException 422 with what was refused at the lines; the others are taken
     */
    List<Registration> of(Form form) {
        var body = form.body();
        var people = body.remove("who") instanceof List<?> lines ? lines : List.of();
        var language = body.remove("language");
        var seats = new ArrayList<Registration>();
        if (people.isEmpty()) {
            return List.of(take(form, body));
        }
        var refused = new ArrayList<FieldError>();
        for (var line = 0; line < people.size(); line++) {
            try {
                seats.add(take(form, with(body, people.get(line), language)));
            } catch (ProblemException refusal) {
                refused.addAll(at(line, refusal));
            }
        }
        if (!refused.isEmpty()) {
            if (!seats.isEmpty()) {
                refused.add(new FieldError("/who", "others-taken", null));
            }
            throw ProblemException.wrong(refused.stream().distinct().toList());
        }
        return seats;
    }

    private static Map<String, Object> with(
            Map<String, Object> organization, Object person, @Nullable Object language) {
        var colleague = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) person).forEach((name, value) -> colleague.put((String) name, value));
        if (language != null) {
            colleague.put("language", language);
        }
        var body = new LinkedHashMap<>(organization);
        body.put("colleague", colleague);
        return body;
    }

    private Registration take(Form form, Map<String, Object> body) {
        var key = UUID.nameUUIDFromBytes((form.value(Form.KEY) + body).getBytes(StandardCharsets.UTF_8));
        return api.create(visitor, key.toString(), body, Registration.class, "events", event, "registrations");
    }

    /** At the fields of a line, or at its address what concerns the person; whatever concerns all of them is refused so. */
    private static List<FieldError> at(int line, ProblemException refusal) {
        if (!refusal.errors().isEmpty()) {
            return refusal.at(pointer -> pointer.replaceFirst("^/colleague/", "/who/" + line + "/"))
                    .errors();
        }
        if (refusal.status() == 409) {
            return List.of(new FieldError("/who/" + line + "/email", refusal.code(), refusal.detail()));
        }
        throw refusal;
    }
}
