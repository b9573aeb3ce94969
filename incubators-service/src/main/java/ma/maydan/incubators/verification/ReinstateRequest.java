package ma.maydan.incubators.verification;

import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.ReasonCode;
import org.jspecify.annotations.Nullable;

/** Why the cause of a suspension is lifted; it may go without saying. */
record ReinstateRequest(
        @Nullable ReasonCode reasonCode,

        @Given(max = 2000, lines = true, optional = true) @Nullable
        LocalizedText reasonText) {

    @Nullable
    Reason reason() {
        if (reasonText == null || reasonText.isEmpty()) {
            return null;
        }
        return new Reason(reasonCode == null ? ReasonCode.OTHER : reasonCode, reasonText);
    }
}
