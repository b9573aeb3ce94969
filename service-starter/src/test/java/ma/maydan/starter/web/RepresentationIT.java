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
        for (var known : new String[] {tag, "W/" + tag, "\"x\", " + tag, "\"a,b\",W/" + tag + " ,", "*"}) {
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

    @Test
    void theConditionsOfARead() {
        var tag = tag("someone");
        for (var malformed : new String[] {"x", "\"x", "1", "\"a\" \"b\"", "*, \"a\"", "\"a b\""}) {
            for (var header : new String[] {"If-None-Match", "If-Match"}) {
                var refused = send(service.seen(id, "someone").header(header, malformed));
                assertThat(refused.statusCode()).as(malformed).isEqualTo(400);
                assertThat(json(refused).path("code").asString()).isEqualTo("malformed-condition");
            }
        }
        assertThat(send(service.seen(id, "someone").header("If-Match", tag)).statusCode())
                .isEqualTo(200);
        assertThat(send(service.seen(id, "someone").header("If-Match", "*")).statusCode())
                .isEqualTo(200);
        for (var other : new String[] {"\"9\"", "W/" + tag}) {
            assertThat(send(service.seen(id, "someone").header("If-Match", other))
                            .statusCode())
                    .as(other)
                    .isEqualTo(412);
        }
    }

    @Test
    void severalLinesOfAConditionAreOneList() {
        var renamed = send(service.rename(id, "\"9\"", "renamed").header("If-Match", "\"1\""));

        assertThat(renamed.statusCode()).isEqualTo(200);
    }

    private String tag(String caller) {
        var answer = send(service.seen(id, caller));
        assertThat(answer.headers().allValues("Vary")).contains("Authorization");
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
