package ma.maydan.portal.registrations;

import java.util.List;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered, with what they were asked.
 *
 * @param words the names of what was chosen; none for what was written
 */
public record Answer(
        String question,
        String kind,
        LocalizedText label,
        List<String> values,
        @Nullable List<LocalizedText> words) {

    /** A file that was sent. */
    public record Sent(String id, String name) {}

    /** Names in several languages, or texts as they were written. */
    public List<?> shown() {
        return words == null || words.isEmpty() ? values : words;
    }

    public boolean isChosen() {
        return words != null && !words.isEmpty();
    }

    public boolean isFile() {
        return kind.equals("FILE");
    }

    public boolean isConsent() {
        return kind.equals("CONSENT");
    }

    public boolean isYes() {
        return values.contains("true");
    }
}
