package ma.maydan.events.event;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.maydan.events.question.Question;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What a host wants to ask.
 *
 * @param id that it keeps; a new one when absent
 * @param options for kinds that have some, and no others
 * @param shownWhen names the id of a choice or a consent that stands before it
 */
record QuestionRequest(
        @Pattern(regexp = ID) @Nullable String id,
        @NotNull Question.Kind kind,
        @Given(max = 200) LocalizedText label,
        @Given(max = 300, optional = true) @Nullable LocalizedText hint,
        @Given(max = 300) LocalizedText purpose,
        @Nullable Boolean required,
        @Size(max = Question.MOST_OPTIONS) @Nullable List<@Valid @NotNull Option> options,
        @NotNull Question.VisibleTo visibleTo,
        @Valid @Nullable Condition shownWhen) {

    /** A key of a document, a part of a pointer, and no place in a list. */
    private static final String ID = "^[A-Za-z][0-9A-Za-z-]{0,35}$";

    /** @param id that it keeps; a new one when absent */
    record Option(
            @Pattern(regexp = ID) @Nullable String id,
            @Given(max = 200) LocalizedText label,
            @Nullable Boolean removed,
            @Min(1) @Max(100_000) @Nullable Integer limit) {

        private Question.Option option() {
            return new Question.Option(kept(id), label, Boolean.TRUE.equals(removed), limit);
        }
    }

    /** @param option absent for a consent */
    record Condition(
            @NotNull @Pattern(regexp = ID) String question,
            @Pattern(regexp = ID) @Nullable String option) {}

    Question question() {
        return new Question(
                kept(id),
                kind,
                new Question.Wording(label, hint == null || hint.isEmpty() ? null : hint, purpose),
                Boolean.TRUE.equals(required),
                given(options).stream().map(Option::option).toList(),
                visibleTo,
                shownWhen == null ? null : new Question.Condition(shownWhen.question, shownWhen.option));
    }

    /** Says what of some questions does not fit together, by {@code questions.<place>.<field>}. */
    static void check(List<QuestionRequest> questions, Checked.Faults faults) {
        var before = new HashMap<String, QuestionRequest>();
        for (var place = 0; place < questions.size(); place++) {
            var one = questions.get(place);
            if (one != null) {
                one.check("questions." + place + ".", before, faults);
                if (one.id != null && before.put(one.id, one) != null) {
                    faults.add("questions." + place + ".id", "twice");
                }
            }
        }
    }

    private void check(String at, Map<String, QuestionRequest> before, Checked.Faults faults) {
        if (kind != null && kind.hasOptions() != given(options).stream().anyMatch(QuestionRequest::isOffered)) {
            faults.add(at + "options", kind.hasOptions() ? "required" : "invalid-value");
        }
        var seen = new HashSet<String>();
        for (var place = 0; place < given(options).size(); place++) {
            var option = given(options).get(place);
            if (option != null && option.id != null && !seen.add(option.id)) {
                faults.add(at + "options." + place + ".id", "twice");
            }
        }
        if (shownWhen != null && !decides(before.get(shownWhen.question), shownWhen.option)) {
            faults.add(at + "shownWhen", "no-earlier-question");
        }
    }

    /** A kind without options has none, removed ones neither. */
    private static boolean isOffered(@Nullable Option option) {
        return option != null && !Boolean.TRUE.equals(option.removed);
    }

    private static boolean decides(@Nullable QuestionRequest question, @Nullable String option) {
        if (question == null) {
            return false;
        }
        return option == null
                ? question.kind == Question.Kind.CONSENT
                : question.kind == Question.Kind.CHOICE
                        && given(question.options).stream().anyMatch(one -> one != null && option.equals(one.id));
    }

    private static <T> List<T> given(@Nullable List<T> some) {
        return Objects.requireNonNullElse(some, List.of());
    }

    private static String kept(@Nullable String id) {
        return id == null ? "q" + UUID.randomUUID().toString().replace("-", "") : id;
    }
}
