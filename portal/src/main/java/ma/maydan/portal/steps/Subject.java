package ma.maydan.portal.steps;

import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** What the page of a step needs of an object of any kind. */
record Subject(
        String id,
        long version,
        @Nullable LocalizedText legalName,
        @Nullable LocalizedText title,
        @Nullable LocalizedText eventTitle,
        List<String> allowedTransitions) {

    LocalizedText name() {
        return Stream.of(legalName, title, eventTitle)
                .filter(text -> text != null)
                .findFirst()
                .orElseGet(() -> new LocalizedText(null, null, null));
    }
}
