package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A token is believed by a key of the realm, or it is not believed. */
@ExtendWith(OutputCaptureExtension.class)
class KeysIT {

    @BeforeEach
    void reset() {
        Door.resetAll();
    }

    @Test
    void aTokenThatNamesAKeyWhichTheRealmDoesNotHaveIsRefusedHoweverOftenItComes(CapturedOutput log) {
        try (var door = Door.open()) {
            var good = "Bearer " + TestTokens.machine("robot", "events.read");
            assertThat(door.get("/api/v1/events", "Authorization", good).statusCode())
                    .isEqualTo(200);

            for (var i = 0; i < 30; i++) {
                var forged = TestTokens.signUnknown(TestTokens.claims("admin", "openid portal"), "made-up-" + i);
                for (var path : new String[] {"/api/v1/events", "/fr/me"}) {
                    var answer = door.get(path, "Authorization", "Bearer " + forged);
                    assertThat(answer.statusCode()).as(path + i).isEqualTo(401);
                    assertThat(Door.header(answer, "WWW-Authenticate")).contains("invalid_token");
                }
                assertThat(door.get("/api/v1/events", "Authorization", good).statusCode())
                        .isEqualTo(200);
            }

            assertThat(Door.PORTAL.received).isEmpty();
            assertThat(Door.EVENTS.received).hasSize(31);
            assertThat(askedForKeys()).isLessThan(10);
            assertThat(log.getOut().lines().filter(line -> line.contains("names a key")))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/events", "/fr/me"})
    void beforeTheRealmsKeysAreKnownNoTokenPassesAndItsBearerMayComeAgain(String path) {
        Door.REALM.server.stop();
        try (var door = Door.open()) {
            var answer = door.get(path, "Authorization", "Bearer " + TestTokens.person("amina"));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Door.header(answer, "Retry-After")).isEqualTo("5");
            assertThat(Door.EVENTS.received).isEmpty();
            assertThat(Door.PORTAL.received).isEmpty();
        }
    }

    @Test
    void knownKeysCountOnWhileTheRealmIsAway() {
        try (var door = Door.open()) {
            var token = "Bearer " + TestTokens.machine("robot", "events.read");
            door.get("/api/v1/events", "Authorization", token);
            Door.REALM.server.stop();

            assertThat(door.get("/api/v1/events", "Authorization", token).statusCode())
                    .isEqualTo(200);
            var forged = TestTokens.signUnknown(TestTokens.claims("admin", "openid portal"), "made-up");
            assertThat(door.get("/api/v1/events", "Authorization", "Bearer " + forged)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private static long askedForKeys() {
        return Door.REALM.server.received.stream()
                .filter(request -> request.uri().endsWith("/certs"))
                .count();
    }
}
