package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A trace starts at the door and goes on to whoever answers the request. */
@ExtendWith(OutputCaptureExtension.class)
class TraceIT {

    private static final String FOREIGN = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String OURS = "00-(?!" + FOREIGN + ")[0-9a-f]{32}-[0-9a-f]{16}-01";

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.open("logging.level.access=info", "logging.structured.format.console=logstash");
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
    void aRequestWithoutATraceStartsOne() {
        door.get("/api/v1/events");

        assertThat(Door.EVENTS.last().headers().get("traceparent"))
                .singleElement()
                .asString()
                .matches(OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01"})
    void aForeignTraceIsLinkedAndChoosesNeitherOurIdNorWhetherItIsKept(String flags, CapturedOutput log) {
        door.get(
                "/api/v1/events",
                "traceparent",
                "00-" + FOREIGN + "-00f067aa0ba902b7-" + flags,
                "tracestate",
                "vendor=x",
                "baggage",
                "user=admin",
                "b3",
                FOREIGN + "-00f067aa0ba902b7-0",
                "X-B3-TraceId",
                FOREIGN,
                "X-B3-Sampled",
                "0");

        var seen = Door.EVENTS.last();
        assertThat(seen.headers().get("traceparent")).singleElement().asString().matches(OURS);
        for (var name : new String[] {"tracestate", "baggage", "b3", "X-B3-TraceId", "X-B3-Sampled"}) {
            assertThat(seen.header(name)).as(name).isNull();
        }
        await().untilAsserted(() -> assertThat(log.getOut()).contains("\"foreignTraceId\":\"" + FOREIGN + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void whatIsNoTraceIsNotLinked(String header, CapturedOutput log) {
        door.get("/api/v1/events", "traceparent", header);

        assertThat(Door.EVENTS.last().headers().get("traceparent"))
                .singleElement()
                .asString()
                .matches(OURS);
        await().untilAsserted(() ->
                assertThat(log.getOut()).contains("\"path\":\"/api/v1/events\"").doesNotContain("foreignTraceId"));
    }
}
