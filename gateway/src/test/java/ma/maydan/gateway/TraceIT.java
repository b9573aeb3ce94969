package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A request that brings no trace gets one here, which goes on to whoever answers it. */
class TraceIT {

    @Test
    void aRequestWithoutATraceStartsOne() {
        try (var door = Door.open()) {
            door.get("/api/v1/events");

            assertThat(Door.EVENTS.last().headers().get("traceparent"))
                    .singleElement()
                    .asString()
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        }
    }
}
