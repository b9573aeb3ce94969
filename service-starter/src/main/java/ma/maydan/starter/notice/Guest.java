package ma.maydan.starter.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A person whom somebody else has named, by an address of mail, for one thing. No account is needed.
 *
 * @param id see {@link #idOf}
 * @param language of the portal, ar, fr or en, in which they are written to
 */
public record Guest(String id, String name, String email, String language) {

    static final String PREFIX = "guest:";

    private static final int BYTES = 16;

    public static Guest of(String thing, String name, String email, String language) {
        return new Guest(idOf(thing, email), name, email, language);
    }

    /**
     * The same for the same address at the same thing, another one at every other, so that ids tell of nobody what they
     * do elsewhere. The first 128 bits of a SHA-256: whoever knows the address knows it, so it is no secret.
     *
     * @param email in lower case
     */
    public static String idOf(String thing, String email) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest((thing + ":" + email).getBytes(StandardCharsets.UTF_8));
            return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    public static boolean is(String personId) {
        return personId.startsWith(PREFIX);
    }
}
