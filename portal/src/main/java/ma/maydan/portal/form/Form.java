package ma.maydan.portal.form;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.page.Texts;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.text.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A form as somebody typed it, however wrong, with what a service said about it. Field names are the JSON pointers of
 * the request with dots: {@code legalName.fr}.
 */
public final class Form {

    /** Hidden: made when the form is rendered, so that sending it twice creates once. */
    public static final String KEY = "idempotencyKey";

    /** Hidden: the version of the object that the person saw. */
    public static final String VERSION = "version";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** What fields are called that somebody has written. */
    public interface Names {

        /** Null for a field of another name. */
        @Nullable
        LocalizedText label(String field);
    }

    private final Fields fields;
    private final MultiValueMap<String, String> values;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private Names names = field -> null;
    private @Nullable String problem;
    private @Nullable String notice;
    private @Nullable Form present;

    Form(Fields fields, MultiValueMap<String, String> values) {
        this.fields = fields;
        this.values = values;
    }

    /** The same as it was typed. */
    public Form copy() {
        return fields.typed(values);
    }

    /** Fills a field in; nothing happens for null. */
    public Form with(String field, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case LocalizedText text ->
                with(field + ".ar", text.ar()).with(field + ".fr", text.fr()).with(field + ".en", text.en());
            case LocalDateTime time ->
                with(field + ".date", time.toLocalDate()).with(field + ".time", TIME.format(time));
            case Iterable<?> many -> many.forEach(one -> values.add(field, String.valueOf(one)));
            default -> values.set(field, value.toString());
        }
        return this;
    }

    public String prefix() {
        return fields.prefix();
    }

    /** As they are drawn, row by row. */
    public List<List<Field>> rows() {
        return fields.rows();
    }

    /** The JSON of the request. */
    public Map<String, Object> body() {
        var body = Body.of(this);
        fields.all().forEach(field -> field.put(body));
        return body.json();
    }

    MultiValueMap<String, String> values() {
        return values;
    }

    public String value(String field) {
        var value = values.getFirst(field);
        return value == null ? "" : value;
    }

    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean has(String field, String option) {
        return all(field).contains(option);
    }

    /** The text in the languages that were filled in. */
    public Map<String, String> localized(String field) {
        var text = new LinkedHashMap<String, String>();
        for (var language : List.of("ar", "fr", "en")) {
            var value = value(field + "." + language);
            if (PlainText.hasSomethingVisible(value)) {
                text.put(language, value.strip());
            }
        }
        return text;
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public Map<String, String> errors() {
        return errors;
    }

    /** The ids of the texts that describe a field: its hint, its error and what is saved. */
    public @Nullable String describedBy(String field, boolean hinted) {
        var ids = (hinted ? "h-" + field : "")
                + (errors.containsKey(field) ? " e-" + field : "")
                + (saved(field) == null ? "" : " n-" + field);
        return ids.isEmpty() ? null : ids.strip();
    }

    /** What is wrong with the whole of it. */
    public @Nullable String problem() {
        return problem;
    }

    public boolean isRefused() {
        return problem != null || !errors.isEmpty();
    }

    /** The form again, with what the service said. */
    public Form refused(ProblemException refusal, Texts texts) {
        for (var error : refusal.errors()) {
            var own = texts.orNull("field." + error.code());
            var detail = error.detail() != null ? error.detail() : own != null ? own : texts.of("field.invalid-value");
            errors.putIfAbsent(field(error.pointer()), detail);
        }
        if (errors.isEmpty()) {
            var detail = refusal.detail();
            var own = refusal.allowedTransitions() == null ? "form.refused" : "error.409.text";
            problem = detail == null ? texts.of(own) : detail;
        }
        return this;
    }

    /** The form again, beside what somebody else has saved meanwhile: sending it once more replaces that. */
    public Form beside(Form saved, Texts texts) {
        present = saved;
        values.set(VERSION, saved.value(VERSION));
        problem = texts.of("form.changed");
        return this;
    }

    /** The form again, when what it is about cannot be changed any more. */
    public Form closed(Texts texts) {
        problem = texts.of("form.closed");
        return this;
    }

    /** The form again as it was typed, not sent. */
    public Form shown(@Nullable String why) {
        notice = why;
        return this;
    }

    /** What the person is told who sees the form again without having done anything wrong. */
    public @Nullable String notice() {
        return notice;
    }

    /** What is saved in a field, where it is not what was typed; null where there is nothing to say. */
    public @Nullable List<String> saved(String field) {
        if (present == null) {
            return null;
        }
        var now = present.written(field);
        return now.equals(written(field)) ? null : now;
    }

    /** Line ends as one stores them, without what is blank. */
    private List<String> written(String field) {
        return all(field).stream()
                .map(value -> value.replace("\r\n", "\n").strip())
                .filter(value -> !value.isEmpty())
                .sorted()
                .toList();
    }

    /** The form again, after a service did not answer; nothing was lost, and nothing is made twice. */
    public Form unanswered(Texts texts) {
        problem = texts.of("form.unanswered");
        return this;
    }

    /** The form, whose list of errors names fields so. */
    public Form naming(Names names) {
        this.names = names;
        return this;
    }

    /** What somebody has called a field; null for one of ours. */
    public @Nullable LocalizedText name(String field) {
        return names.label(field);
    }

    /** The name of a field, for the list of errors; of one of several languages with its own. */
    public String label(String field, Texts texts) {
        var parts = field.split("\\.", -1);
        if (parts.length == 3) {
            var line = texts.orNull(prefix() + "." + parts[0] + "." + parts[2]);
            return line == null ? "" : line + " " + (Integer.parseInt(parts[1]) + 1);
        }
        var label = texts.orNull(prefix() + "." + parts[0]);
        var language = parts.length < 2 ? null : texts.orNull("text.in." + parts[1]);
        return label == null ? "" : language == null ? label : label + " " + language;
    }

    /** Whether it has texts in several languages. */
    public boolean isInLanguages() {
        return !texts().isEmpty();
    }

    private List<String> texts() {
        return fields.all().stream()
                .filter(field -> field.fragment().equals("localized"))
                .map(Field::name)
                .toList();
    }

    /** Whether something is wrong, or saved by somebody else, in this language of a text. */
    public boolean isToLookAt(String language) {
        return texts().stream()
                .map(text -> text + "." + language)
                .anyMatch(field -> errors.containsKey(field) || saved(field) != null);
    }

    /** Which language of all texts is in front where there is room for one: that of an error, or the one last looked at. */
    public String inFront(String own) {
        var looked = value("_tab").isEmpty() ? own : value("_tab");
        return Stream.of(looked, "ar", "fr", "en")
                .filter(language -> texts().stream().anyMatch(text -> errors.containsKey(text + "." + language)))
                .findFirst()
                .orElse(looked);
    }

    /** The id of the input that a field begins with, in a page of this language. */
    public String target(String field, String language) {
        for (var part : List.of(language, "date")) {
            if (values.containsKey(field + "." + part)) {
                return id(field + "." + part);
            }
        }
        return id(field);
    }

    /** The id of a field in the page. */
    public String id(String field) {
        return "f-" + field.replace('.', '-');
    }

    /**
     * {@code /kinds/0} is about the field {@code kinds}, {@code /legalName/fr} about {@code legalName.fr}, {@code
     * /links/0/label} about {@code links.0.label}.
     */
    private static String field(String pointer) {
        return pointer.replaceFirst("^[/?]", "").replaceFirst("/[0-9]*$", "").replace('/', '.');
    }
}
