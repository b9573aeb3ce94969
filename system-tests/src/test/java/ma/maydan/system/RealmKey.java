package ma.maydan.system;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.testkit.backends.TestTokens;

/**
 * A key of the running realm that the tests know: what is signed with it is refused for what it says, not for its
 * signature.
 */
final class RealmKey {

    private final Portal portal;
    private final KeyPair key;
    private final String id;

    RealmKey(Portal portal) {
        this.portal = portal;
        var realm = new RealmAdmin(portal);
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            key = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has RSA", e);
        }
        var name = "tests " + UUID.randomUUID();
        realm.component(Map.of(
                "name",
                name,
                "providerId",
                "rsa",
                "providerType",
                "org.keycloak.keys.KeyProvider",
                "config",
                Map.of(
                        "priority",
                        List.of("-1"),
                        "active",
                        List.of("false"),
                        "privateKey",
                        List.of("-----BEGIN PRIVATE KEY-----\n"
                                + Base64.getMimeEncoder()
                                        .encodeToString(key.getPrivate().getEncoded())
                                + "\n-----END PRIVATE KEY-----"))));
        var mine = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
        id = realm.get("/keys")
                .path("keys")
                .valueStream()
                .filter(known -> known.path("publicKey").asString("").equals(mine))
                .map(known -> known.path("kid").asString())
                .findFirst()
                .orElseThrow();
    }

    /** As our own front ends get it for this person. */
    String person(String subject) {
        return sign(claims(subject));
    }

    /** Of an admin, with one thing wrong in each, by what is wrong. */
    Map<String, String> unacceptable() {
        var now = Instant.now().getEpochSecond();
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("expired", with("exp", now - 600));
        tokens.put("not valid yet", with("nbf", now + 600));
        tokens.put("for another audience", with("aud", "account"));
        tokens.put("by another issuer", with("iss", portal.realm().replace("/maydan", "/master")));
        tokens.put("of nobody", with("sub", ""));
        tokens.put("signed with a foreign key", TestTokens.signForeign(admin()));
        tokens.put("not signed", TestTokens.unsigned(admin()));
        tokens.put("broken", "x");
        return tokens;
    }

    private String with(String claim, Object value) {
        var claims = admin();
        claims.put(claim, value);
        return sign(claims);
    }

    private Map<String, Object> admin() {
        var claims = claims(UUID.randomUUID().toString());
        claims.put("realm_access", Map.of("roles", List.of("mnc-admin")));
        return claims;
    }

    private Map<String, Object> claims(String subject) {
        var claims = new LinkedHashMap<>(TestTokens.claims(subject, "openid portal"));
        claims.put("iss", portal.realm());
        return claims;
    }

    private String sign(Map<String, Object> claims) {
        return TestTokens.sign(claims, key, id);
    }
}
