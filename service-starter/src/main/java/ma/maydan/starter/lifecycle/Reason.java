package ma.maydan.starter.lifecycle;

import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.ReasonCode;
import ma.maydan.starter.web.ReasonRequest;

/** Why somebody decided so, for those whom the decision concerns. */
public record Reason(ReasonCode code, LocalizedText text) {

    public static Reason of(ReasonRequest request) {
        return new Reason(request.reasonCode(), request.reasonText());
    }
}
