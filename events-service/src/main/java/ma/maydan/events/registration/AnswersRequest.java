package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import ma.maydan.events.question.Question;

/** Answers in place of those that were given. */
record AnswersRequest(
        @Schema(description = "All of them, as when one registers") @NotNull @Size(max = Question.MOST)
        Map<String, @NotNull @Size(max = Question.MOST_OPTIONS) List<@NotNull String>> answers) {}
