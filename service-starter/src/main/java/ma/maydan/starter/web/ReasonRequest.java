package ma.maydan.starter.web;

import jakarta.validation.constraints.NotNull;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.ReasonCode;

/** Why a negative or backward step is taken; the people concerned read it in their language. */
public record ReasonRequest(
        @NotNull ReasonCode reasonCode,
        @Given(max = 2000, lines = true) LocalizedText reasonText) {}
