package ma.maydan.incubators.verification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import ma.maydan.incubators.casefile.Inquiry;
import ma.maydan.starter.text.Line;
import org.jspecify.annotations.Nullable;

/** What an organization answers to each item that it was asked for, in their order. */
record InfoAnswersRequest(
        @NotEmpty @Size(max = Inquiry.MOST_ITEMS) @Valid List<@NotNull InfoAnswer> answers) {

    /** @param text absent where it cannot be provided */
    record InfoAnswer(
            @Line(max = 2000, lines = true) @Nullable String text) {}

    List<Inquiry.Answer> given() {
        return answers.stream()
                .map(answer -> new Inquiry.Answer(answer.text == null || answer.text.isBlank() ? null : answer.text))
                .toList();
    }
}
