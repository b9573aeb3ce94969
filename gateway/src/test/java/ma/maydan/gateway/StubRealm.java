package ma.maydan.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import ma.maydan.testkit.backends.TestTokens;
import org.jspecify.annotations.Nullable;

/**
 * The realm as far as the gateway's own calls go: it exchanges codes, demands PKCE, and takes a refresh token only
 * once, as a realm that rotates them does. The real Keycloak is met in the system tests.
 */
final class StubRealm {

    final StubUpstream server = new StubUpstream("realm");
    final AtomicInteger refreshes = new AtomicInteger();
    final List<String> refused = new CopyOnWriteArrayList<>();
    volatile Duration lifetime = Duration.ofMinutes(5);
    volatile boolean refusing;
    volatile @Nullable String locale;
    volatile Duration signedInFor = Duration.ZERO;
    volatile @Nullable CountDownLatch hold;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Set<String> liveRefreshTokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger();

    StubRealm() {
        reset();
    }

    void reset() {
        server.reset();
        server.answers(this::handle);
        refreshes.set(0);
        refused.clear();
        liveRefreshTokens.clear();
        lifetime = Duration.ofMinutes(5);
        refusing = false;
        locale = null;
        signedInFor = Duration.ZERO;
        hold = null;
    }

    /** The person signs in at the address that the gateway sent them to; what they get is the code. */
    String signIn(String person, URI authorization) {
        var asked = parameters(authorization.getRawQuery());
        var code = "code-" + numbers.incrementAndGet();
        codes.put(
                code,
                Map.of(
                        "person", person,
                        "nonce", asked.getOrDefault("nonce", ""),
                        "challenge", asked.getOrDefault("code_challenge", ""),
                        "redirect", asked.getOrDefault("redirect_uri", "")));
        return code;
    }

    static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith("/certs")) {
            StubUpstream.send(exchange, 200, "application/json", keys());
        } else if (path.endsWith("/token")) {
            token(exchange, parameters(server.last().text()));
        } else if (path.endsWith("/logout")) {
            endSession(exchange, parameters(server.last().text()));
        } else {
            StubUpstream.send(exchange, 404, "text/plain", "");
        }
    }

    private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
        var refresh = "refresh_token".equals(form.get("grant_type"));
        if (refresh) {
            refreshes.incrementAndGet();
            await();
            var token = form.getOrDefault("refresh_token", "");
            if (!liveRefreshTokens.remove(token) || refusing) {
                refuse(exchange, "refresh token " + token);
                return;
            }
            answer(exchange, token.substring(0, token.indexOf('/')), "");
            return;
        }
        var code = codes.remove(form.getOrDefault("code", ""));
        if (code == null
                || !challenge(form.getOrDefault("code_verifier", "")).equals(code.get("challenge"))
                || !form.getOrDefault("redirect_uri", "").equals(code.get("redirect"))) {
            refuse(exchange, "code " + form.get("code"));
            return;
        }
        answer(exchange, code.getOrDefault("person", ""), code.getOrDefault("nonce", ""));
    }

    /** The realm's session is over when its refresh token is not taken any more. */
    private void endSession(HttpExchange exchange, Map<String, String> form) throws IOException {
        var known = liveRefreshTokens.remove(form.getOrDefault("refresh_token", ""));
        var client = "maydan-gateway".equals(form.get("client_id")) && form.containsKey("client_secret");
        StubUpstream.send(exchange, known && client ? 204 : 400, "application/json", "");
    }

    /** How many sessions go on. */
    int sessions() {
        return liveRefreshTokens.size();
    }

    private void await() {
        var latch = hold;
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void refuse(HttpExchange exchange, String why) throws IOException {
        refused.add(why);
        StubUpstream.send(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
    }

    private void answer(HttpExchange exchange, String person, String nonce) throws IOException {
        var claims = TestTokens.claims(person, "openid portal");
        claims.put("exp", Instant.now().plus(lifetime).getEpochSecond());
        claims.put("jti", String.valueOf(numbers.incrementAndGet()));
        var id = TestTokens.claims(person, "");
        id.put("aud", "maydan-gateway");
        id.put("nonce", nonce);
        if (locale != null) {
            id.put("locale", locale);
            id.put("auth_time", Instant.now().minus(signedInFor).getEpochSecond());
        }
        var refresh = person + "/" + numbers.incrementAndGet();
        liveRefreshTokens.add(refresh);
        StubUpstream.send(
                exchange,
                200,
                "application/json",
                "{\"access_token\":\"" + TestTokens.sign(claims) + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + lifetime.toSeconds() + ",\"refresh_token\":\"" + refresh + "\",\"id_token\":\""
                        + TestTokens.sign(id) + "\"}");
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keys() {
        try (var http = HttpClient.newHttpClient()) {
            var certs = URI.create(TestTokens.issuer() + "/protocol/openid-connect/certs");
            return http.send(HttpRequest.newBuilder(certs).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
