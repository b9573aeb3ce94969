package ma.maydan.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What the environment says; the names of the variables are in {@code application.yml}.
 *
 * @param publicUri where browsers find the gateway, without a slash at the end
 * @param upstreams base addresses under the names of {@code ma.maydan.gateway.route.Upstream}
 */
@ConfigurationProperties("maydan.gateway")
public record GatewaySettings(
        URI publicUri,
        Oidc oidc,
        Map<String, URI> upstreams,
        Calls calls,
        Sessions sessions,
        RateLimits rateLimits,
        Bounds bounds) {

    public GatewaySettings {
        bounds = bounds.within(Runtime.getRuntime().maxMemory());
    }

    /**
     * The realm.
     *
     * @param issuer the issuer in tokens and the address that browsers use
     * @param internalUri how the gateway itself reaches the realm
     * @param renewAfter the age at which a session's token is renewed: what the realm has taken away since it was
     *     given counts no later
     */
    public record Oidc(
            String issuer,
            String internalUri,
            String clientId,
            String clientSecret,
            String audience,
            Duration renewAfter) {

        /** Scheme, host and port that the login pages are on, as a CSP source. */
        public String origin() {
            var uri = URI.create(issuer);
            return uri.getScheme() + "://" + uri.getRawAuthority();
        }
    }

    /**
     * Calls to what is behind the gateway.
     *
     * @param responseTimeout the longest silence of an upstream
     * @param openFor how long a breaker stays open
     */
    public record Calls(
            Duration connectTimeout,
            Duration responseTimeout,
            int maxConnections,
            int breakerWindow,
            Duration openFor) {}

    /** @param idle how long a session lives without a request */
    public record Sessions(Duration idle) {}

    /**
     * Requests a window: of a person who is signed in, a partner's machine, an address with nobody known at it.
     *
     * @param guests how often somebody may ask for a seat without an account from one address, whoever is signed in
     */
    public record RateLimits(int person, int client, int address, int guests, Duration window) {}

    /**
     * What one address may hold at once, and how long anybody may take.
     *
     * @param connections when no proxy stands before the gateway
     * @param requests that are worked on
     * @param bodies that are being received
     * @param memory for the bodies of all callers that are held
     */
    public record Bounds(int connections, int requests, int bodies, DataSize memory, Times times) {

        /**
         * How long is waited.
         *
         * @param patience how long a request waits until its address has less than it may
         * @param head from a request's first byte to the end of its head
         * @param body for which a body is waited, all its pauses together
         * @param exchange from the end of the head to the end of the answer
         */
        public record Times(Duration patience, Duration head, Duration body, Duration exchange) {}

        /** As large a heap as the numbers are meant for, and the image has where {@code k8s/} runs it. */
        private static final DataSize MEANT_FOR = DataSize.ofMegabytes(480);

        /** The same for a heap of so many bytes: where it is smaller, so is in proportion what may fill it. */
        Bounds within(long heap) {
            return new Bounds(
                    share(connections, heap),
                    share(requests, heap),
                    share(bodies, heap),
                    DataSize.ofBytes((long) (memory.toBytes() * part(heap))),
                    times);
        }

        /** What a heap of so many bytes has room for, of what one that is large enough has; 1 at least. */
        public static int share(int meant, long heap) {
            return Math.max(1, (int) (meant * part(heap)));
        }

        private static double part(long heap) {
            return Math.min(1, (double) heap / MEANT_FOR.toBytes());
        }
    }

    /** Whether browsers come by TLS. */
    public boolean isHttps() {
        return "https".equals(publicUri.getScheme());
    }
}
