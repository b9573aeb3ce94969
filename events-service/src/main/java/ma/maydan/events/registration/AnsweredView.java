package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import ma.maydan.events.event.Event;
import ma.maydan.events.question.Answer;
import ma.maydan.events.question.AnswerSheet;
import ma.maydan.events.question.Question;
import org.jspecify.annotations.Nullable;

/**
 * What was answered, as far as the caller reads it: all of their own, and of others' what the question said.
 *
 * @param answers in the order in which they are asked now, then what is not asked any more, with what was asked then
 * @param answersUntil until when they are changed; absent where nothing is asked
 * @param answersChangeable whether the caller may change them now
 */
@Schema(name = "RegistrationAnswers")
record AnsweredView(List<Answer> answers, @Nullable Instant answersUntil, boolean answersChangeable) {

    static final AnsweredView NOTHING = new AnsweredView(List.of(), null, false);

    static AnsweredView of(@Nullable AnswerSheet sheet, @Nullable Event event, boolean all, boolean changeable) {
        var asked = event == null ? List.<Question>of() : event.content().questions();
        var shown = sheet == null
                ? List.<Answer>of()
                : sheet.inOrder(asked).stream()
                        .filter(one -> RegistrationAnswers.isShown(one.visibleTo(), all))
                        .toList();
        return new AnsweredView(
                shown, event == null || asked.isEmpty() ? null : event.content().answersUntil(), changeable);
    }
}
