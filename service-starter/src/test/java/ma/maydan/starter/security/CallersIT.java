package ma.maydan.starter.security;

import static ma.maydan.starter.TestService.json;
import static ma.maydan.starter.TestService.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.maydan.starter.TestService;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of endpoint with each kind of token. */
class CallersIT {

    private final TestService service = TestService.shared();

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whoIsLetInWhere(String who, String token, List<Integer> answers) {
        var paths = List.of("", "/open", "/mine", "/officers", "/admins", "/unsaid");
        var given = paths.stream()
                .map(path -> send(service.request("/api/v1/things" + path).header("Authorization", "Bearer " + token))
                        .statusCode())
                .toList();

        assertThat(given).as(paths.toString()).isEqualTo(answers);
    }

    static Stream<Arguments> whoIsLetInWhere() {
        return Stream.of(
                Arguments.of("a person", TestTokens.person("p"), List.of(200, 200, 200, 403, 403, 403)),
                Arguments.of(
                        "an officer", TestTokens.person("p", "mnc-officer"), List.of(200, 200, 200, 200, 403, 403)),
                Arguments.of("an admin", TestTokens.person("p", "mnc-admin"), List.of(200, 200, 200, 200, 200, 403)),
                machine("with the scope", Map.of("scope", "things.read"), 200),
                machine("with it among others", Map.of("scope", "  x  things.read "), 200),
                machine("with another", Map.of("scope", "things.write"), 403),
                machine("with the front ends'", Map.of("scope", "openid portal"), 403),
                machine("that says it is a front end", Map.of("scope", "portal", "azp", "maydan-gateway"), 403),
                machine("with a list of scopes", Map.of("scope", List.of("things.read", "")), 403),
                machine("without", Map.of(), 403),
                machine("with an empty one", Map.of("scope", ""), 403),
                machine("with a space", Map.of("scope", " "), 403),
                machine("with spaces", Map.of("scope", "  x  "), 403),
                machine("with a tab", Map.of("scope", "\\t"), 403),
                stranger("without scope"),
                stranger("with the machines'", "things.read"),
                stranger("with the front ends'", "openid", "portal"),
                stranger("with all", "portal", "things.read", "things.write"),
                Arguments.of(
                        "a person whose client is not told",
                        token(Map.of("sid", "s", "scope", "portal")),
                        List.of(403, 403, 403, 403, 403, 403)),
                Arguments.of(
                        "a person of ours without our scope",
                        token(Map.of("sid", "s", "scope", "openid", "azp", "maydan-gateway")),
                        List.of(403, 403, 403, 403, 403, 403)));
    }

    @Test
    void nobodyGetsWhatIsPublicAndIsAskedToSignInElsewhere() {
        assertThat(send(service.request("/api/v1/things")).statusCode()).isEqualTo(200);
        assertThat(send(service.request("/api/v1/things/open")).statusCode()).isEqualTo(200);
        assertThat(send(service.request("/api/v1/things/mine")).statusCode()).isEqualTo(401);
    }

    @Test
    void aMachineIsToldWhichScopeItLacksAndNobodyElseIs() {
        var machine =
                send(service.request("/api/v1/things").header("Authorization", "Bearer " + TestTokens.machine("m")));
        var stranger = send(service.request("/api/v1/things")
                .header("Authorization", "Bearer " + TestTokens.stranger("s", "partner", "things.read")));

        assertThat(json(machine).path("code").asString()).isEqualTo("insufficient-scope");
        assertThat(machine.headers().firstValue("WWW-Authenticate").orElse("")).contains("scope=\"things.read\"");
        assertThat(json(stranger).path("code").asString()).isEqualTo("forbidden");
    }

    private static Arguments machine(String what, Map<String, Object> claims, int readable) {
        return Arguments.of("a machine " + what, token(claims), List.of(readable, 403, 403, 403, 403, 403));
    }

    private static Arguments stranger(String what, String... scopes) {
        return Arguments.of(
                "a stranger " + what,
                TestTokens.stranger("s", "partner", scopes),
                List.of(403, 403, 403, 403, 403, 403));
    }

    /** Of a service account or a user, with the roles of an admin. */
    private static String token(Map<String, Object> given) {
        var claims = TestTokens.claims(UUID.randomUUID().toString(), "");
        List.of("scope", "azp", "sid").forEach(claims::remove);
        claims.put("realm_access", Map.of("roles", List.of("mnc-admin", "mnc-officer")));
        claims.putAll(given);
        return TestTokens.sign(claims);
    }
}
