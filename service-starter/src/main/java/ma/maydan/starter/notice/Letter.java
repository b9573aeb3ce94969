package ma.maydan.starter.notice;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person that is no notice, since what its link leads to is for whoever holds the mail: nothing of it is
 * kept.
 *
 * @param id the same whenever it is sent again
 * @param kind of its texts, as a notice has them
 * @param page of the portal, behind the language, without a slash before it
 * @param when what it is about takes place, or ends
 */
public record Letter(
        String id,
        String person,
        String kind,
        LocalizedText name,
        String page,
        @Nullable Instant when) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LINK_BYTES = 24;

    /** The end of an address that nobody can guess: 192 bits, as letters, digits, hyphens and underscores. */
    public static String newLink() {
        var random = new byte[LINK_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
