package ma.maydan.portal.questions;

import static ma.maydan.portal.form.FieldType.CHOICE;
import static ma.maydan.portal.form.FieldType.LOCALIZED;
import static ma.maydan.portal.form.FieldType.NUMBER;
import static ma.maydan.portal.form.FieldType.TEXT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.maydan.portal.events.Question;
import ma.maydan.portal.form.Field;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** One question as a form. Its options are lines in three languages; who has the words of one before keeps its id. */
final class QuestionForm {

    static final Fields FIELDS = Fields.of("question")
            .row(
                    CHOICE.of("kind")
                            .from("question.kind")
                            .only(List.of(
                                    "TEXT",
                                    "LONG_TEXT",
                                    "CHOICE",
                                    "SEVERAL",
                                    "NUMBER",
                                    "EMAIL",
                                    "PHONE",
                                    "CONSENT",
                                    "FILE"))
                            .required()
                            .hinted()
                            .initially("TEXT"),
                    CHOICE.of("needed")
                            .from("question.needed")
                            .only(List.of("NO", "YES"))
                            .required()
                            .initially("NO"))
            .row(LOCALIZED.of("label").required())
            .row(LOCALIZED.of("hint"))
            .row(LOCALIZED.of("purpose").required().hinted())
            .row(CHOICE.of("visibleTo")
                    .from("question.visibleTo")
                    .only(List.of("HOST", "HOST_AND_CLUSTER"))
                    .required()
                    .initially("HOST"))
            .row(Field.group("options", 30, TEXT.of("ar"), TEXT.of("fr"), TEXT.of("en"), NUMBER.of("limit"))
                    .hinted());

    private static final List<String> LANGUAGES = List.of("ar", "fr", "en");

    /** The input for when it is asked, which lists what the other questions offer. */
    static final String WHEN = "shownWhen";

    private QuestionForm() {}

    /** What fills the form in. */
    record Filled(
            String kind,
            String needed,
            LocalizedText label,
            @Nullable LocalizedText hint,
            LocalizedText purpose,
            String visibleTo,
            List<Option> options) {}

    /** One line of them. */
    record Option(
            @Nullable String ar,
            @Nullable String fr,
            @Nullable String en,
            @Nullable Integer limit) {

        static Option of(Question.Option option) {
            var label = option.label();
            return new Option(label.ar(), label.fr(), label.en(), option.limit());
        }
    }

    static Form of(Question question, long version) {
        var options = question.options(List.of()).stream().map(Option::of).toList();
        var filled = new Filled(
                question.kind(),
                question.required() ? "YES" : "NO",
                question.label(),
                question.hint(),
                question.purpose(),
                question.visibleTo(),
                options);
        var when = question.shownWhen();
        return FIELDS.filled(filled, version).with(WHEN, when == null ? null : when(when.question(), when.option()));
    }

    static String when(String question, @Nullable String option) {
        return option == null ? question : question + ":" + option;
    }

    /**
     * What is sent of it.
     *
     * @param before what it was; null for a new one
     */
    static Map<String, Object> json(Form form, @Nullable Question before) {
        var json = new LinkedHashMap<String, Object>(form.body());
        json.put("required", "YES".equals(json.remove("needed")));
        if (before != null) {
            json.put("id", before.id());
        }
        if (form.localized("hint").isEmpty()) {
            json.remove("hint");
        }
        var kind = form.value("kind");
        var rows = json.remove("options");
        if (kind.equals("CHOICE") || kind.equals("SEVERAL")) {
            json.put("options", options(rows, before));
        }
        var when = form.value(WHEN).split(":", 2);
        if (!when[0].isBlank()) {
            json.put(WHEN, condition(when[0], when.length == 1 ? null : when[1]));
        }
        return json;
    }

    /** Those that are not there any more are removed, so that who has chosen one keeps it. */
    private static List<Map<String, Object>> options(@Nullable Object rows, @Nullable Question before) {
        var left = new ArrayList<>(before == null || before.options() == null ? List.of() : before.options());
        var options = new ArrayList<Map<String, Object>>();
        for (var line : rows instanceof List<?> lines ? lines : List.of()) {
            var row = (Map<?, ?>) line;
            var label = new LinkedHashMap<String, String>();
            LANGUAGES.forEach(language -> {
                if (row.get(language) instanceof String text) {
                    label.put(language, text);
                }
            });
            if (!label.isEmpty()) {
                var known =
                        left.stream().filter(one -> isSame(one.label(), label)).findFirst();
                known.ifPresent(left::remove);
                var id = known.map(Question.Option::id).orElseGet(QuestionForm::newId);
                var option = new LinkedHashMap<String, Object>();
                option.put("id", id);
                option.put("label", label);
                if (row.containsKey("limit")) {
                    option.put("limit", row.get("limit"));
                }
                options.add(option);
            }
        }
        left.forEach(one -> options.add(Map.of("id", one.id(), "label", one.label(), "removed", true)));
        return options;
    }

    private static boolean isSame(LocalizedText known, Map<String, String> typed) {
        return LANGUAGES.stream().anyMatch(language -> {
            var text = switch (language) {
                case "ar" -> known.ar();
                case "fr" -> known.fr();
                default -> known.en();
            };
            return text != null && text.equals(typed.get(language));
        });
    }

    static String newId() {
        return "q" + UUID.randomUUID().toString().replace("-", "");
    }

    /** As it is sent when another one changes. */
    static Map<String, Object> json(Question question) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", question.id());
        json.put("kind", question.kind());
        json.put("label", question.label());
        if (question.hint() != null) {
            json.put("hint", question.hint());
        }
        json.put("purpose", question.purpose());
        json.put("required", question.required());
        json.put("visibleTo", question.visibleTo());
        json.put("options", Objects.requireNonNullElse(question.options(), List.of()));
        var when = question.shownWhen();
        if (when != null) {
            json.put(WHEN, condition(when.question(), when.option()));
        }
        return json;
    }

    private static Map<String, String> condition(String question, @Nullable String option) {
        var condition = new LinkedHashMap<String, String>();
        condition.put("question", question);
        if (option != null) {
            condition.put("option", option);
        }
        return condition;
    }
}
