package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Which addresses lead where, and what machines are told of them. */
class AddressesIT extends PortalTest {

    private static final String[] GATEWAY = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "maydan.example"};

    @ParameterizedTest
    @CsvSource({
        "/FR/events, 301, /fr/events",
        "/fr/events/, 301, /fr/events",
        "/Fr/Events/?kind=WORKSHOP, 301, /fr/events?kind=WORKSHOP",
        "/AR, 301, /ar/",
        "/fr, 301, /fr/",
        "/en/events/ABC//, 301, /en/events/ABC",
        "/fr/organizations/new/, 301, /fr/organizations/new",
        "/events, 302, /ar/events",
        "/events/ABC/?x=%2F, 302, /ar/events/ABC?x=%2F",
        "/Me/registrations, 302, /ar/me/registrations",
        "/reviews, 302, /ar/reviews"
    })
    void anAddressAsPeopleTypeItLeadsToThePage(String typed, int status, String page) {
        var answer = get(typed, null, "Accept-Language", "ar-MA,fr;q=0.5");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Location")).isEqualTo(page);
        if (status == 302) {
            assertThat(header(answer, "Vary")).contains("Accept-Language", "Cookie");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "//fr/events/", "/nothing/", "/xx/events/", "/.ssh/", "/eventsx"})
    void anyOtherLeadsNowhere(String typed) {
        var answer = get(typed, null);
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(header(answer, "Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing.txt", "/fr/nothing.xml", "/nothing.json", "/fr/events/none.pdf"})
    void aPageIsHtmlWhateverItsAddressEndsIn(String path) {
        var answer = get(path, null);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
    }

    @ParameterizedTest
    @CsvSource({
        "/fr/events, 200, GET",
        "/ar/organizations/new, 200, POST",
        "/robots.txt, 200, GET",
        "/fr/nothing, 404, ''"
    })
    void optionsAreWhatAnAddressAnswers(String path, int status, String method) {
        var answer = options(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Allow")).contains(method);
        if (status == 200 && !method.equals("POST")) {
            assertThat(header(answer, "Allow")).doesNotContain("POST", "PUT", "DELETE");
        }
    }

    @Test
    void manyCookiesReachThePage() {
        SERVICES.answers("GET /events", Samples.list());
        assertThat(get("/ar/events", null, "Cookie", "other=" + "x".repeat(15_000))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void robotsAreToldWhatIsForThem() {
        var robots = get("/robots.txt", null, GATEWAY);
        assertThat(robots.statusCode()).isEqualTo(200);
        assertThat(header(robots, "Content-Type")).startsWith("text/plain");
        assertThat(robots.body())
                .startsWith("User-agent: *\n")
                .contains("Disallow: /*/me\n", "Sitemap: https://maydan.example/sitemap.xml\n")
                .doesNotContain("<");
    }

    @Test
    void theMapNamesEveryPublicPageInThreeLanguages() {
        for (var kind : new String[] {"organizations", "programs", "partnerships"}) {
            SERVICES.answers("GET /" + kind, "{\"items\": [{\"id\": \"" + kind + "-1\"}]}");
        }
        SERVICES.answers("GET /events", Samples.list(Samples.event("event-1", "PUBLISHED", "")));
        var map = get("/sitemap.xml", null, GATEWAY);
        assertThat(map.statusCode()).as(map.body()).isEqualTo(200);
        assertThat(header(map, "Content-Type")).startsWith("application/xml");
        for (var language : new String[] {"ar", "fr", "en"}) {
            Stream.of("/", "/events", "/events/event-1", "/programs/programs-1", "/organizations/organizations-1")
                    .forEach(path -> assertThat(map.body())
                            .contains("<loc>https://maydan.example/" + language + path + "</loc>")
                            .contains("hreflang=\"" + language + "\" href=\"https://maydan.example/" + language + path
                                    + "\""));
        }
        assertThat(map.body()).startsWith("<?xml").endsWith("</urlset>\n");
    }

    @Test
    void aPageNamesItselfInEveryLanguageWithItsWholeAddress() {
        SERVICES.answers("GET /events", Samples.list());
        assertThat(get("/fr/events?kind=WORKSHOP", null, GATEWAY).body().replaceAll("\\s+", " "))
                .contains(
                        "<link rel=\"canonical\" href=\"https://maydan.example/fr/events?kind=WORKSHOP\"",
                        "hreflang=\"ar\" href=\"https://maydan.example/ar/events?kind=WORKSHOP\"",
                        "hreflang=\"x-default\" href=\"https://maydan.example/events?kind=WORKSHOP\"",
                        "property=\"og:url\" content=\"https://maydan.example/fr/events?kind=WORKSHOP\"");
        assertThat(get("/fr/nothing", null, GATEWAY).body()).doesNotContain("canonical", "og:url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void anEventAndAnOrganizationAreToldToMachines(String language) {
        for (var list : new String[] {"events", "programs", "partnerships"}) {
            SERVICES.answers("GET /" + list, Samples.list());
        }
        SERVICES.answers("GET /events/told", Samples.event("told", "PUBLISHED", ""));
        var event = data(get("/" + language + "/events/told", null, GATEWAY).body());
        assertThat(event.path("@type").asString()).isEqualTo("Event");
        assertThat(event.path("url").asString()).isEqualTo("https://maydan.example/" + language + "/events/told");
        assertThat(event.path("startDate").asString())
                .startsWith("2036-08-15T1")
                .matches(".*(Z|[+-]\\d\\d:\\d\\d)");
        assertThat(event.at("/location/@type").asString()).isEqualTo("Place");
        assertThat(event.at("/organizer/name").asString()).isNotBlank();
        SERVICES.answers(
                "GET /organizations/told",
                Samples.organization("told", "VERIFIED", "", "").replace("Depuis 2020.", "</script><b>&amp;"));
        var page = get("/" + language + "/organizations/told", null, GATEWAY).body();
        new Html(page).isSound(language);
        assertThat(page).contains("application/ld+json");
        assertThat(data(page).path("@type").asString()).isEqualTo("Organization");
        assertThat(data(page).path("description").asString()).isEqualTo("</script><b>&amp;");
        SERVICES.answers("GET /events/hidden", Samples.event("hidden", "DRAFT", ""));
        assertThat(get("/" + language + "/events/hidden", PERSON, GATEWAY).body())
                .doesNotContain("ld+json");
    }

    private static tools.jackson.databind.JsonNode data(String page) {
        var json = page.replaceFirst("(?s).*<script type=\"application/ld\\+json\">(.*?)</script>.*", "$1");
        return new JsonMapper().readTree(json);
    }
}
