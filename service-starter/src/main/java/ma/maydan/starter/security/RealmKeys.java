package ma.maydan.starter.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that the realm signs with, fetched when the first token comes. They are looked at anew after a minute, and
 * kept while the realm is away. A key that is not among them is asked for, by one caller at a time and however many
 * tokens name it no more often than every two seconds; a token that names a key the realm does not have then finds
 * none, and is refused.
 */
public final class RealmKeys implements JWKSource<SecurityContext> {

    private static final Logger log = LoggerFactory.getLogger(RealmKeys.class);

    static final Duration FRESH = Duration.ofMinutes(1);
    static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final URI address;
    private final DefaultResourceRetriever http = new DefaultResourceRetriever(1_000, 3_000, 512 * 1024);
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private Instant nextQuestion = Instant.MIN;
    private Instant nextLine = Instant.MIN;

    private record Known(JWKSet keys, Instant fetchedAt) {}

    /** @param realm how the realm is reached from here, as in {@code OIDC_INTERNAL_URI} */
    public RealmKeys(String realm, Clock clock) {
        this.address = URI.create(realm + "/protocol/openid-connect/certs");
        this.clock = clock;
    }

    /**
     * The keys that fit, none when the realm has no such key.
     *
     * @throws KeySourceException when the realm's keys have never been had
     */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        var before = known;
        var found = before == null ? List.<JWK>of() : selector.select(before.keys());
        if (before != null && !found.isEmpty()) {
            var fresh = clock.instant().isBefore(before.fetchedAt().plus(FRESH));
            // The others go on with what is known while one looks.
            if (fresh || !asking.tryLock()) {
                return found;
            }
        } else {
            asking.lock();
        }
        try {
            ask(found.isEmpty());
        } finally {
            asking.unlock();
        }
        var now = known;
        if (now == null) {
            throw new KeySourceException("the realm's keys cannot be had");
        }
        return selector.select(now.keys());
    }

    private void ask(boolean keyIsMissing) {
        if (clock.instant().isBefore(nextQuestion)) {
            return;
        }
        try {
            var keys = JWKSet.parse(http.retrieveResource(address.toURL()).getContent());
            if (keys.isEmpty()) {
                throw new IOException("no keys");
            }
            if (keyIsMissing && known != null) {
                tell("A token names a key that was not known; {} are", keys.size());
            }
            known = new Known(keys, clock.instant());
        } catch (IOException | ParseException e) {
            tell("The realm's keys cannot be had: {}", e.getMessage());
        }
        nextQuestion = clock.instant().plus(BETWEEN_QUESTIONS);
    }

    /** Whoever sends many such tokens must not fill the log. */
    private void tell(String line, @Nullable Object detail) {
        var now = clock.instant();
        if (!now.isBefore(nextLine)) {
            nextLine = now.plus(BETWEEN_LINES);
            log.warn(line, detail);
        }
    }
}
