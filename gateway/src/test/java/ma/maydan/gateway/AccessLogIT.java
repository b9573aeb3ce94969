package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the log tells of a request: of one that was refused whom and why, of the others neither; secrets of none. */
@ExtendWith(OutputCaptureExtension.class)
class AccessLogIT {

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.open(
                "logging.level.access=info",
                "logging.structured.format.console=logstash",
                "maydan.gateway.rate-limits.client=1");
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @BeforeEach
    void reset() {
        Door.resetAll();
    }

    @Test
    void aPersonWhoIsRefusedIsNamedByTheIdOfTheRealmWithTheReason(CapturedOutput log) {
        var session = door.signIn("amina");

        door.post("/fr/organizations?name=secret", "text/plain", "secret", "Cookie", session);

        await().untilAsserted(() -> assertThat(log.getOut().lines())
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "\"level\":\"WARN\"",
                                "\"path\":\"/fr/organizations\"",
                                "\"status\":403",
                                "\"client\":\"person\"",
                                "\"refusal\":\"csrf-token-invalid\"",
                                "\"clientId\":\"amina\"")));
        assertThat(log.getOut()).doesNotContain("secret", session.split("=")[1]);
    }

    @Test
    void aMachineThatHasCalledTooOftenIsNamedAndOneThatIsLetInIsNot(CapturedOutput log) {
        var token = TestTokens.machine("robot", "events.read");

        assertThat(door.get("/api/v1/events", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(log.getOut())
                .contains("\"status\":200", "\"client\":\"machine\"")
                .doesNotContain("robot"));
        assertThat(door.get("/api/v1/events", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(429);

        await().untilAsserted(() ->
                assertThat(log.getOut()).contains("\"refusal\":\"quota-exceeded\"", "\"clientId\":\"robot\""));
        assertThat(log.getOut()).doesNotContain(token);
    }

    @Test
    void whatOpensALinkOfAMailIsNotWritten(CapturedOutput log) {
        door.get("/api/v1/seats/key-of-somebody/answers");
        door.get("/fr/events/e?invitation=token-of-a-host");

        await().untilAsserted(() ->
                assertThat(log.getOut()).contains("\"path\":\"/api/v1/seats/-/answers\"", "\"path\":\"/fr/events/e\""));
        assertThat(log.getOut()).doesNotContain("key-of-somebody", "token-of-a-host");
    }

    @Test
    void aForgedTokenNamesNobody(CapturedOutput log) {
        var forged = TestTokens.signForeign(TestTokens.claims("admin", "openid portal"));

        door.get("/api/v1/events", "Authorization", "Bearer " + forged);

        await().untilAsserted(() -> assertThat(log.getOut()).contains("\"refusal\":\"unauthorized\""));
        assertThat(log.getOut()).doesNotContain("clientId", "admin", forged);
    }
}
