package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.maydan.events.event.Event;
import ma.maydan.events.question.Answer;
import ma.maydan.events.question.AnswerFile;
import ma.maydan.events.question.AnswerSheet;
import ma.maydan.events.question.Question;
import org.jspecify.annotations.Nullable;

/**
 * What was answered, as far as the caller reads it: all of their own, and of others' what the question said.
 *
 * @param answers in the order in which they are asked now, then what is not asked any more, with what was asked then
 * @param files that these answers name
 * @param answersUntil until when they are changed; absent where nothing is asked
 * @param answersChangeable whether the caller may change them now
 */
@Schema(name = "RegistrationAnswers")
record AnsweredView(
        List<Answer> answers, List<Sent> files, @Nullable Instant answersUntil, boolean answersChangeable) {

    static final AnsweredView NOTHING = new AnsweredView(List.of(), List.of(), null, false);

    /**
     * A file that was sent.
     *
     * @param type PDF, PNG or JPEG, as a media type
     * @param size in bytes
     */
    @Schema(name = "AnswerFile")
    record Sent(String id, String name, String type, int size) {

        static Sent of(AnswerFile sent) {
            var file = sent.file();
            return new Sent(sent.id(), file.name(), file.type(), file.size());
        }
    }

    /** @param files those of the sheet, by id; more may be there */
    static AnsweredView of(
            @Nullable AnswerSheet sheet,
            Map<String, AnswerFile> files,
            @Nullable Event event,
            boolean all,
            boolean changeable) {
        var asked = event == null ? List.<Question>of() : event.content().questions();
        var shown = sheet == null
                ? List.<Answer>of()
                : sheet.inOrder(asked).stream()
                        .filter(one -> RegistrationAnswers.isShown(one.visibleTo(), all))
                        .toList();
        var sent = shown.stream()
                .filter(one -> one.kind() == Question.Kind.FILE)
                .flatMap(one -> Stream.ofNullable(files.get(one.values().getFirst())))
                .map(Sent::of)
                .toList();
        return new AnsweredView(
                shown,
                sent,
                event == null || asked.isEmpty() ? null : event.content().answersUntil(),
                changeable);
    }
}
