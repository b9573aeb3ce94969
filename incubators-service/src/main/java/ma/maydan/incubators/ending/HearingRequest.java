package ma.maydan.incubators.ending;

import jakarta.validation.constraints.NotBlank;
import ma.maydan.starter.text.Line;

/** What an owner says against a revocation. */
record HearingRequest(
        @NotBlank @Line(max = 2000, lines = true) String text) {}
