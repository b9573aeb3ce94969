package ma.maydan.events.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What stands in a link: 128 random bits in base64url, of which a SHA-256 is kept. */
record Token(String value) {

    /** As one is written. */
    static final String PATTERN = "^[A-Za-z0-9_-]{22}$";

    private static final SecureRandom RANDOM = new SecureRandom();

    static Token random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String hash() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
