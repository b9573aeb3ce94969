package ma.maydan.starter.web;

import static ma.maydan.starter.TestService.json;
import static ma.maydan.starter.TestService.send;
import static org.assertj.core.api.Assertions.assertThat;

import ma.maydan.starter.TestService;
import org.junit.jupiter.api.Test;

class RepresentationIT {

    private final TestService service = TestService.shared();
    private final String id = json(send(service.create("tagged"))).path("id").asString();

    @Test
    void aTagIsThatOfWhatItsCallerWasSent() {
        var mine = tag("someone");

        assertThat(mine).matches("\"1-[0-9a-f]{16}\"").isEqualTo(tag("someone"));
        assertThat(tag("somebody-else")).isNotEqualTo(mine);
    }

    @Test
    void whatTheCallerHasIsNotSentAgainUnlessItHasChanged() {
        var tag = tag("someone");
        for (var known : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
            var again = send(service.seen(id, "someone").header("If-None-Match", known));
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
        }

        assertThat(send(service.seen(id, "somebody-else").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(service.seen(id, "someone").header("If-None-Match", "\"1\""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(service.rename(id, tag, "renamed")).statusCode()).isEqualTo(200);
        assertThat(send(service.seen(id, "someone").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aChangeDependsOnTheVersionAlone() {
        assertThat(send(service.rename(id, tag("somebody-else"), "renamed")).statusCode())
                .isEqualTo(200);
        assertThat(send(service.rename(id, "\"2\"", "again")).statusCode()).isEqualTo(200);
        assertThat(send(service.rename(id, tag("someone").replace("\"3-", "\"2-"), "late"))
                        .statusCode())
                .isEqualTo(412);
    }

    private String tag(String caller) {
        var answer = send(service.seen(id, caller));
        assertThat(answer.headers().allValues("Vary")).contains("Authorization");
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
