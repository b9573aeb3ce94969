package ma.maydan.events.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Holds what is answered against what is asked. */
final class Answering {

    private final Map<String, List<String>> given;
    private final Map<String, Answer> before;
    private final Set<String> files;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final List<FieldProblem> wrong = new ArrayList<>();

    private Answering(Map<String, List<String>> given, Map<String, Answer> before, Set<String> files) {
        this.given = given;
        this.before = before;
        this.files = files;
    }

    /**
     * Holds them against each other. What is not asked, since its condition does not hold, is dropped; an answer to a
     * question that is not there any more, and an option that was chosen before it was removed, stay.
     *
     * @param before answers that these replace
     * @param files the ids of those that can be answered with
     */
    static Answering of(
            List<Question> asked, Map<String, List<String>> given, Map<String, Answer> before, Set<String> files) {
        var answering = new Answering(given, before, files);
        asked.forEach(answering::answer);
        var known = asked.stream().map(Question::id).collect(Collectors.toSet());
        given.keySet().stream().filter(id -> !known.contains(id)).forEach(id -> answering.refuse(id, "not-asked"));
        before.forEach((id, answer) -> {
            if (!known.contains(id)) {
                answering.answers.put(id, answer);
            }
        });
        return answering;
    }

    /** All that is wrong, by {@code /answers/<question>}. */
    List<FieldProblem> wrong() {
        return wrong;
    }

    /** @throws ProblemException 422 with all that is wrong */
    Map<String, Answer> requireRight() {
        if (!wrong.isEmpty()) {
            throw ProblemException.invalidFields(wrong);
        }
        return answers;
    }

    private void answer(Question question) {
        if (!isAsked(question)) {
            return;
        }
        var values = Typing.kept(question.kind(), given.getOrDefault(question.id(), List.of()));
        var fault = fault(question, values);
        if (fault != null) {
            refuse(question.id(), fault);
        } else if (!values.isEmpty()) {
            answers.put(question.id(), answer(question, values));
        }
    }

    private boolean isAsked(Question question) {
        var condition = question.shownWhen();
        if (condition == null) {
            return true;
        }
        var decided = answers.get(condition.question());
        return decided != null && decided.meets(condition);
    }

    private @Nullable String fault(Question question, List<String> values) {
        if (values.isEmpty() || question.kind() == Question.Kind.CONSENT && values.equals(List.of(Typing.NO))) {
            return question.required() ? "required" : null;
        }
        if (values.size() > 1 && question.kind() != Question.Kind.SEVERAL) {
            return "one-answer";
        }
        if (question.kind().hasOptions()) {
            return values.stream().allMatch(value -> isChoosable(question, value)) ? null : "invalid-value";
        }
        if (question.kind() == Question.Kind.FILE) {
            return files.contains(values.getFirst()) ? null : "no-file";
        }
        return Typing.fault(question.kind(), values.getFirst());
    }

    private boolean isChoosable(Question question, String value) {
        return question.option(value).filter(option -> !option.removed()).isPresent() || chosenBefore(question, value);
    }

    private boolean chosenBefore(Question question, String value) {
        var was = before.get(question.id());
        return was != null && was.kind().hasOptions() && was.values().contains(value);
    }

    private Answer answer(Question question, List<String> values) {
        var words = question.kind().hasOptions()
                ? values.stream()
                        .map(value -> question.option(value)
                                .map(Question.Option::label)
                                .orElseGet(() -> Objects.requireNonNull(before.get(question.id()))
                                        .word(value)))
                        .toList()
                : List.<LocalizedText>of();
        var wording = question.wording();
        return new Answer(
                question.id(),
                question.kind(),
                wording.label(),
                wording.purpose(),
                question.visibleTo(),
                values,
                words);
    }

    private void refuse(String id, String code) {
        wrong.add(new FieldProblem("/answers/" + id.replace("~", "~0").replace("/", "~1"), code, null));
    }
}
