package ma.maydan.starter.erasure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What remains of the id of a person who is erased. Ids are random (122 bits): who has one, from an old backup, finds
 * its fingerprint; nobody finds an id by a fingerprint.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /** SHA-256, in hexadecimal digits. */
    public static String of(String person) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(("person\n" + person).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
