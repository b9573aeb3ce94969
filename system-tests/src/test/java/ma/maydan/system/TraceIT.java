package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import ma.maydan.testkit.api.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** One trace leads from the request at the door to the event in the topic. */
@ResourceLock(value = Published.RESOURCE, mode = ResourceAccessMode.READ)
class TraceIT {

    private final Portal portal = Portal.running();

    @Test
    void theTraceOfARequestIsThatOfTheEventWhichItCaused() {
        var submitted = Steps.submittedOrganization(portal, "startup", "STARTUP");

        var trace = await().atMost(Duration.ofSeconds(10))
                .until(() -> traceOf("/api/v1/organizations/" + submitted.id() + "/submit"), Optional::isPresent)
                .orElseThrow();

        assertThat(trace).matches("[0-9a-f]{32}");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Published.in(portal, "maydan.organizations").stream()
                                .filter(event -> event.key().equals(submitted.id())
                                        && event.type().endsWith("organization.submitted.v1"))
                                .map(Published::traceparent))
                        .singleElement()
                        .asString()
                        .contains(trace));
    }

    /** As the gateway's log has it, a JSON line for each request. */
    private Optional<String> traceOf(String path) {
        try (var lines = Files.lines(portal.stack().log("gateway"))) {
            return lines.filter(line -> line.startsWith("{") && line.contains("\"" + path + "\""))
                    .map(line -> Api.JSON.readTree(line).path("traceId").asString(""))
                    .filter(trace -> !trace.isEmpty())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
