package ma.maydan.testkit.backends;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A realm for integration tests that need tokens and no login: it signs what the tests ask for and serves its key
 * where Keycloak serves its own. Whole flows run against the real Keycloak, in the system tests.
 */
public final class TestTokens {

    private static final TestTokens SHARED = new TestTokens();

    private final KeyPair key;
    private final KeyPair foreignKey;
    private final String issuer;

    private TestTokens() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            key = generator.generateKeyPair();
            foreignKey = generator.generateKeyPair();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            issuer = "http://localhost:" + server.getAddress().getPort() + "/realms/test";
            var keys = keys().getBytes(StandardCharsets.UTF_8);
            server.createContext("/realms/test/protocol/openid-connect/certs", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(keys);
                }
            });
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has RSA", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What OIDC_ISSUER must be for the tokens to count. */
    public static String issuer() {
        return SHARED.issuer;
    }

    /** A token as our own front ends get it for a person with these realm roles. */
    public static String person(String id, String... roles) {
        var claims = claims(id, "openid portal");
        claims.put("auth_time", Instant.now().getEpochSecond());
        claims.put("name", "Person " + id);
        claims.put("email", id + "@example.org");
        claims.put("email_verified", true);
        claims.put("realm_access", Map.of("roles", Arrays.asList(roles)));
        return sign(claims);
    }

    /** A token as a partner's machine gets it: without a session, and without the claim when it asks for no scope. */
    public static String machine(String id, String... scopes) {
        var claims = claims(id, String.join(" ", scopes));
        claims.remove("sid");
        claims.put("azp", id);
        if (scopes.length == 0) {
            claims.remove("scope");
        }
        return sign(claims);
    }

    /** A person's token as a client gets it that is none of our front ends. */
    public static String stranger(String id, String client, String... scopes) {
        var claims = claims(id, String.join(" ", scopes));
        claims.put("azp", client);
        claims.put("realm_access", Map.of("roles", List.of("mnc-admin", "mnc-officer")));
        return sign(claims);
    }

    /** Tokens of an admin with one thing wrong in each, by what is wrong: none of them lets anybody in. */
    public static Map<String, String> unacceptable() {
        var good = claims("forger", "openid portal");
        good.put("realm_access", Map.of("roles", List.of("mnc-admin")));
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("signed with a foreign key", signForeign(good));
        tokens.put("not signed", unsigned(good));
        tokens.put(
                "expired",
                with(good, "exp", Instant.now().minus(Duration.ofMinutes(10)).getEpochSecond()));
        tokens.put(
                "not valid yet",
                with(good, "nbf", Instant.now().plus(Duration.ofMinutes(10)).getEpochSecond()));
        tokens.put("for another audience", with(good, "aud", "account"));
        tokens.put("by another issuer", with(good, "iss", "http://localhost:1/realms/other"));
        tokens.put("no token", "x");
        return tokens;
    }

    private static String with(Map<String, Object> claims, String claim, Object value) {
        var changed = new LinkedHashMap<>(claims);
        changed.put(claim, value);
        return sign(changed);
    }

    /** Good claims of a person for an hour, to spoil one of them. */
    public static Map<String, Object> claims(String id, String scope) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", SHARED.issuer);
        claims.put("aud", "maydan-api");
        claims.put("sub", id);
        claims.put("azp", "maydan-gateway");
        claims.put("sid", UUID.randomUUID().toString());
        claims.put("scope", scope);
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().plus(Duration.ofHours(1)).getEpochSecond());
        return claims;
    }

    public static String sign(Map<String, Object> claims) {
        return sign(claims, SHARED.key, "test");
    }

    /** Signed by a key that is not the realm's. */
    public static String signForeign(Map<String, Object> claims) {
        return sign(claims, SHARED.foreignKey, "test");
    }

    /** Signed by a key that is not the realm's and bears another name than its keys do. */
    public static String signUnknown(Map<String, Object> claims, String keyId) {
        return sign(claims, SHARED.foreignKey, keyId);
    }

    /** Not signed at all: {@code alg=none}. */
    public static String unsigned(Map<String, Object> claims) {
        return encode("{\"alg\":\"none\"}") + "." + encode(json(claims)) + ".";
    }

    /** Signed by a key that its realm publishes under this id. */
    public static String sign(Map<String, Object> claims, KeyPair with, String keyId) {
        try {
            var content = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + keyId + "\"}") + "."
                    + encode(json(claims));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(with.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has RSA", e);
        }
    }

    private String keys() {
        var rsa = (RSAPublicKey) key.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"test\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\""
                + base64(unsignedBytes(rsa.getModulus())) + "\",\"e\":\""
                + base64(unsignedBytes(rsa.getPublicExponent())) + "\"}]}";
    }

    private static byte[] unsignedBytes(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encode(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Enough JSON for claims: text, numbers, truths, lists and maps. */
    private static String json(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> "\"" + entry.getKey() + "\":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(TestTokens::json).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : "\"" + value + "\"";
    }
}
