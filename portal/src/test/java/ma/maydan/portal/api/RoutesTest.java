package ma.maydan.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final ServiceAddresses SERVICES = new ServiceAddresses(Map.of("events", "http://events"));

    private record Thing(String service, List<String> paths) implements Served {}

    @Test
    void aPathIsAnsweredByTheServiceThatKnowsIt() {
        var routes = new Routes(SERVICES, List.of(new Thing("events", List.of("events", "event-reviews"))));
        assertThat(routes.serving("events", "one", "publish")).isEqualTo("http://events");
        assertThat(routes.serving("me", "events")).isEqualTo("http://events");
        assertThatIllegalStateException().isThrownBy(() -> routes.serving("others"));
    }

    @Test
    void aServiceThatIsNotThereAndAPathThatTwoAnswerFailAtStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Routes(SERVICES, List.of(new Thing("others", List.of("others")))));
        var thing = new Thing("events", List.of("events"));
        assertThatIllegalStateException().isThrownBy(() -> new Routes(SERVICES, List.of(thing, thing)));
    }
}
