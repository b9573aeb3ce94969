package ma.maydan.incubators;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Signs tokens as the realm does, and serves its keys. */
public final class TestRealm {

    private static final RSAKey KEY = newKey();
    private static final RSAKey FOREIGN_KEY = newKey();
    private static final String ISSUER = serveKeys();

    private TestRealm() {}

    public static String issuer() {
        return ISSUER;
    }

    public static String person(String id, String... roles) {
        return sign(claims(id, "openid portal", List.of(roles), "maydan-api", Duration.ofMinutes(5)), KEY);
    }

    public static String machine(String scope) {
        return sign(claims("machine", scope, List.of(), "maydan-api", Duration.ofMinutes(5)), KEY);
    }

    public static String expired() {
        return sign(claims("late", "portal", List.of(), "maydan-api", Duration.ofHours(-1)), KEY);
    }

    public static String forAnotherAudience() {
        return sign(claims("lost", "portal", List.of(), "account", Duration.ofMinutes(5)), KEY);
    }

    public static String signedByAnother() {
        return sign(claims("forger", "portal", List.of("mnc-admin"), "maydan-api", Duration.ofMinutes(5)), FOREIGN_KEY);
    }

    public static String unsigned() {
        return new PlainJWT(claims("forger", "portal", List.of("mnc-admin"), "maydan-api", Duration.ofMinutes(5)))
                .serialize();
    }

    private static JWTClaimsSet claims(
            String subject, String scope, List<String> roles, String audience, Duration validFor) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validFor)))
                .claim("scope", scope)
                .claim("preferred_username", subject)
                .claim("realm_access", Map.of("roles", roles))
                .build();
    }

    private static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID("test")
                    .algorithm(new Algorithm("RS256"))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String serveKeys() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/realms/maydan/protocol/openid-connect/certs", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0), "stop-realm"));
            return "http://localhost:" + server.getAddress().getPort() + "/realms/maydan";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
