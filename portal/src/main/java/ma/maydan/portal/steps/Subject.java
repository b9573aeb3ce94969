package ma.maydan.portal.steps;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a step needs of an object of any kind.
 *
 * @param eventRegistrationOpen of a registration: whether its event takes registrations
 * @param withheld the steps that are refused to this visitor alone or for now, with the code of the refusal
 */
record Subject(
        String id,
        long version,
        @Nullable LocalizedText legalName,
        @Nullable LocalizedText title,
        @Nullable LocalizedText eventTitle,
        @Nullable Boolean eventRegistrationOpen,
        @Nullable String status,
        List<String> allowedTransitions,
        @Nullable Map<String, String> withheld) {

    private static final Set<String> AGAINST_THE_PERSON = Set.of("four-eyes", "conflict-of-interest");

    /** @throws ProblemException unless the visitor may take the step now */
    void requireAllowed(String step) {
        if (!allowedTransitions.contains(step)) {
            var why = withheld == null ? null : withheld.get(step);
            throw why == null
                    ? ProblemException.impossible(allowedTransitions)
                    : ProblemException.of(AGAINST_THE_PERSON.contains(why) ? 403 : 409, why);
        }
    }

    /** How things stand where other things follow from that: nobody gets the seat once registration is closed. */
    String circumstances() {
        if (eventRegistrationOpen == null) {
            return "";
        }
        return eventRegistrationOpen ? ("WAITLISTED".equals(status) ? ".waiting" : "") : ".closed";
    }

    LocalizedText name() {
        return Stream.of(legalName, title, eventTitle)
                .filter(text -> text != null)
                .findFirst()
                .orElseGet(() -> new LocalizedText(null, null, null));
    }
}
