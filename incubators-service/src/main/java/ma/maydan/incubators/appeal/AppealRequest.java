package ma.maydan.incubators.appeal;

import jakarta.validation.constraints.NotBlank;
import ma.maydan.starter.text.Line;

/** Why a rejection is wrong, in the owner's own language. */
record AppealRequest(
        @NotBlank @Line(max = 2000, lines = true) String text) {}
