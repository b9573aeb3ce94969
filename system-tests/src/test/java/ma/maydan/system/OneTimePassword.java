package ma.maydan.system;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows (RFC 6238: SHA-1, 6 digits, 30 seconds). */
final class OneTimePassword {

    private static final long PERIOD_SECONDS = 30;

    private OneTimePassword() {}

    /** @param periods from now: Keycloak takes each password once, and the next one already */
    static String of(String secret, int periods) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                .putLong(Instant.now().getEpochSecond() / PERIOD_SECONDS + periods)
                .array());
        var offset = hash[hash.length - 1] & 0xf;
        return "%06d".formatted((ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE) % 1_000_000);
    }
}
