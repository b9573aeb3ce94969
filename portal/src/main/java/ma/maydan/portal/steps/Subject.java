package ma.maydan.portal.steps;

import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a step needs of an object of any kind.
 *
 * @param eventRegistrationOpen of a registration: whether its event takes registrations
 */
record Subject(
        String id,
        long version,
        @Nullable LocalizedText legalName,
        @Nullable LocalizedText title,
        @Nullable LocalizedText eventTitle,
        @Nullable Boolean eventRegistrationOpen,
        @Nullable String status,
        List<String> allowedTransitions) {

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
