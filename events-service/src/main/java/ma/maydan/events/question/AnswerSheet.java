package ma.maydan.events.question;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.maydan.events.seats.Part;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What one person has answered for one event.
 *
 * @param id of the registration
 * @param version another one after each change
 * @param eventEndsAt from when on it is kept for its time
 */
public record AnswerSheet(
        @BsonId String id,
        long version,
        String eventId,
        String personId,
        Map<String, Answer> answers,
        Instant eventEndsAt,
        Instant updatedAt) {

    /**
     * Of a registration that is being made.
     *
     * @param asked by the event now
     * @param files the ids of those that can be answered with
     * @throws ma.maydan.starter.problem.ProblemException 422 with all that is wrong, by {@code /answers/<question>}
     */
    public static Map<String, Answer> first(List<Question> asked, Map<String, List<String>> given, Set<String> files) {
        return Answering.of(asked, given, Map.of(), files).requireRight();
    }

    /**
     * With other answers.
     *
     * @throws ma.maydan.starter.problem.ProblemException 422, see {@link #first}
     */
    public AnswerSheet answer(List<Question> asked, Map<String, List<String>> given, Set<String> files, Instant now) {
        return new AnswerSheet(
                id,
                version + 1,
                eventId,
                personId,
                Answering.of(asked, given, answers, files).requireRight(),
                eventEndsAt,
                now);
    }

    /** What is chosen, each as the part of its event that the ledger counts. */
    public List<String> options() {
        return options(answers);
    }

    public static List<String> options(Map<String, Answer> answers) {
        return answers.values().stream()
                .filter(one -> one.kind().hasOptions())
                .flatMap(one -> one.values().stream().map(value -> Part.option(one.question(), value)))
                .toList();
    }

    /** The ids of the files that it names. */
    public Set<String> files() {
        return answers.values().stream()
                .filter(one -> one.kind() == Question.Kind.FILE)
                .flatMap(one -> one.values().stream())
                .collect(Collectors.toSet());
    }

    /** Without options that are not to be had. */
    public AnswerSheet without(Collection<String> options) {
        var left = new LinkedHashMap<>(answers);
        left.replaceAll((question, answer) -> answer.without(options));
        left.values().removeIf(answer -> answer.values().isEmpty());
        return new AnswerSheet(id, version + 1, eventId, personId, left, eventEndsAt, updatedAt);
    }

    public boolean isOf(String person) {
        return personId.equals(person);
    }

    /** In the order in which they are asked now, then what is not asked any more. */
    public List<Answer> inOrder(List<Question> asked) {
        var order = asked.stream().map(Question::id).toList();
        return answers.values().stream()
                .sorted(Comparator.<Answer>comparingInt(one -> place(order.indexOf(one.question())))
                        .thenComparing(Answer::question))
                .toList();
    }

    private static int place(int index) {
        return index < 0 ? Question.MOST : index;
    }
}
