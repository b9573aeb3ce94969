package ma.maydan.starter.security;

import static ma.maydan.starter.TestService.json;
import static ma.maydan.starter.TestService.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import ma.maydan.starter.TestService;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;

class RealmAwayIT {

    /** A realm that takes connections and never answers, as a hanging one does. */
    @Test
    void aTokenThatCannotBeCheckedIsNotTheCallersFault() throws Exception {
        try (var hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var service = new TestService(
                        "--spring.application.name=alone",
                        "--maydan.mongodb.database=alone",
                        "--maydan.oidc.internal-uri=http://127.0.0.1:" + hanging.getLocalPort())) {
            var refused = send(service.request("/api/v1/things")
                    .header("Authorization", "Bearer " + TestTokens.person("someone")));

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(json(refused).path("code").asString()).isEqualTo("service-unavailable");
            assertThat(send(service.request("/api/v1/things")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTokenOfAKeyThatTheRealmDoesNotHaveIsRefusedAndTroublesNobody() {
        var service = TestService.shared();
        for (var i = 0; i < 20; i++) {
            var forged = TestTokens.signUnknown(TestTokens.claims("admin", "openid portal"), "made-up-" + i);
            var refused = send(service.request("/api/v1/things").header("Authorization", "Bearer " + forged));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(401);
            var other = send(service.request("/api/v1/things")
                    .header("Authorization", "Bearer " + TestTokens.person("someone")));
            assertThat(other.statusCode()).isEqualTo(200);
        }
    }
}
