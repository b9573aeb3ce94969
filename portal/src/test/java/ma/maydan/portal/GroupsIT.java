package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An organization takes several seats at once. */
class GroupsIT extends PortalTest {

    @BeforeEach
    void anEventThatTakesThem() {
        SERVICES.answers("GET /events/event", Samples.event("event", "PUBLISHED", "", ", \"perOrganization\": 5"));
        SERVICES.answers("POST /events/event/registration-groups", "{\"items\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theyAreAskedFor(String language) {
        var page = get("/" + language + "/events/event/colleagues/group", PERSON);

        assertThat(page.statusCode()).isEqualTo(200);
        new Html(page.body()).isSound(language);
    }

    @Test
    void togetherOrAsManyAsThereAre() {
        for (var choice : Map.of("ALL", "true", "SOME", "false").entrySet()) {
            post(
                    "/fr/events/event/colleagues/group",
                    PERSON,
                    Map.of("organizationId", "one", "seats", "3", "together", choice.getKey()));

            assertThat(SERVICES.last("POST").body()).contains("\"seats\":3", "\"together\":" + choice.getValue());
        }
    }
}
