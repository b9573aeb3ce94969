package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host keeps seats for the members of other organizations. */
class AllotmentsIT extends PortalTest {

    private static final String ONE = "11111111-1111-4111-8111-111111111111";
    private static final String OTHER = "22222222-2222-4222-8222-222222222222";

    private static final String SHOP = """
        {"id":"shop","kind":"CHOICE","label":{"fr":"Atelier"},"required":false,"purpose":{"fr":"Salles"},
         "options":[{"id":"a","label":{"fr":"Salle A"},"removed":false,"limit":5}],"visibleTo":"HOST"}""";

    @BeforeEach
    void anEventThatKeepsSeats() {
        var event = Samples.event("event", "PUBLISHED", "\"edit\"", ", \"questions\":[" + SHOP + "]")
                .replace("\"registrationsReadable\": false", "\"registrationsReadable\": true")
                .replaceFirst(
                        "(\"seats\"\\s*:\\s*\\{)",
                        "$1\"kept\":2,\"allotments\":[{\"organizationId\":\"" + ONE
                                + "\",\"name\":{\"fr\":\"Atlas\"},\"seats\":3,\"taken\":1,"
                                + "\"releasesAtLocal\":\"2036-08-10T18:00:00\"}],"
                                + "\"options\":[{\"question\":\"shop\",\"option\":\"a\",\"limit\":5,\"taken\":5}],");
        SERVICES.answers("GET /events/event", event);
        SERVICES.answers("PUT /events/event", event);
        SERVICES.answers("GET /events/event/registrations", Samples.list(Samples.registration("r1", "CONFIRMED", "")));
        SERVICES.answers("GET /events/event/desk", "{\"id\": \"event\", \"days\": []}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theyAreListed(String language) {
        var page = get("/" + language + "/events/event/allotments", PERSON);

        assertThat(page.statusCode()).isEqualTo(200);
        new Html(page.body()).isSound(language);
        assertThat(page.body()).contains("Atlas");
        assertThat(get("/" + language + "/events/event", PERSON).body()).contains("Atlas");
        var desk = get("/" + language + "/events/event/registrations", PERSON);
        assertThat(desk.statusCode()).isEqualTo(200);
        assertThat(desk.body()).contains("Atlas", "Salle A");
    }

    @Test
    void oneMoreIsKeptBesideTheOthersAndTheRestOfTheEventIsSentAsItIs() {
        post(
                "/fr/events/event/allotments",
                PERSON,
                Map.of(
                        "version", "7",
                        "organizationId", OTHER,
                        "seats", "4",
                        "releasesAtLocal.date", "2036-08-12",
                        "releasesAtLocal.time", "18:00"));

        assertThat(SERVICES.last("PUT").body())
                .contains("\"organizationId\":\"" + ONE + "\"", "\"organizationId\":\"" + OTHER + "\"", "\"seats\":4")
                .contains("\"capacity\":50", "2036-08-12T18:00");
    }

    @Test
    void oneThatEndsIsNotSentAnyMore() {
        post("/fr/events/event/allotments/" + ONE + "/end", PERSON, Map.of("version", "7"));

        assertThat(SERVICES.last("PUT").body()).contains("\"allotments\":[]");
    }
}
