package ma.maydan.events.question;

import java.util.Collection;
import java.util.List;
import ma.maydan.events.seats.Part;
import ma.maydan.starter.text.LocalizedText;

/**
 * An answer with what was asked, as it was then: what the host asks later, or does not ask any more, changes neither
 * what it means nor who reads it.
 *
 * @param question its id
 * @param values what was written, or the ids of what was chosen, or of a file; one at least
 * @param words the names of what was chosen, in the order of the values; none for what was written
 */
public record Answer(
        String question,
        Question.Kind kind,
        LocalizedText label,
        LocalizedText purpose,
        Question.VisibleTo visibleTo,
        List<String> values,
        List<LocalizedText> words) {

    public Answer {
        values = List.copyOf(values);
        words = words == null ? List.of() : List.copyOf(words);
    }

    /** Whether it makes another question be asked. */
    boolean meets(Question.Condition condition) {
        return values.contains(condition.option() == null ? Typing.YES : condition.option());
    }

    Answer without(Collection<String> options) {
        var left = values.stream()
                .filter(value -> !kind.hasOptions() || !options.contains(Part.option(question, value)))
                .toList();
        return left.size() == values.size()
                ? this
                : new Answer(
                        question,
                        kind,
                        label,
                        purpose,
                        visibleTo,
                        left,
                        left.stream().map(this::word).toList());
    }

    /** The name of what was chosen, where it was. */
    LocalizedText word(String value) {
        return words.get(values.indexOf(value));
    }
}
