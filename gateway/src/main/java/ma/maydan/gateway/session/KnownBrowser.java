package ma.maydan.gateway.session;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A browser that has been to the login pages.
 *
 * @param id a secret that this browser and the gateway share
 * @param person who signed in there last, by the realm's id; null when nobody has yet
 */
public record KnownBrowser(String id, @Nullable String person) {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** One that has been here never before. */
    public static KnownBrowser fresh() {
        return new KnownBrowser(secret(), null);
    }

    /** The same browser when somebody has signed in there. */
    public KnownBrowser of(String whoSignedIn) {
        return new KnownBrowser(id, whoSignedIn);
    }

    /** 128 random bits as they stand in cookies and addresses. */
    public static String secret() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
