package ma.maydan.portal.organizations;

import java.util.List;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What the name of an organization can be taken for, as an officer sees it.
 *
 * @param foreignLetters letters of scripts that names are not written in here
 */
public record Lookalikes(List<String> foreignLetters, List<Candidate> candidates) {

    /** As Unicode numbers it: {@code U+0430}. */
    public String codeOf(String letter) {
        return "U+%04X".formatted(letter.codePointAt(0));
    }

    /** @param why codes: SAME_NAME and so on */
    public record Candidate(
            String id,
            LocalizedText legalName,
            String registrationStatus,
            @Nullable String ice,
            String region,
            List<String> why) {}
}
