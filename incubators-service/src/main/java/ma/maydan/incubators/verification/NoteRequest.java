package ma.maydan.incubators.verification;

import jakarta.validation.constraints.NotBlank;
import ma.maydan.starter.text.Line;

/** What somebody of the staff writes to the others. */
record NoteRequest(@NotBlank @Line(max = 2000, lines = true) String text) {}
