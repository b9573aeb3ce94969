package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import ma.maydan.portal.page.Codes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What stands around an event on its page, and what one takes of it. */
class EventPageIT extends PortalTest {

    private static final String LONG = "Une très longue description; avec des virgules, des points-virgules; "
            + "et assez de lettres – éèà – pour plusieurs lignes.\\nUne autre ligne.";

    @BeforeEach
    void anEventWithItsSurroundings() {
        var event = Samples.event("event", "PUBLISHED", "").replace("Une matinée <b>pratique</b>.", LONG);
        SERVICES.answers("GET /events/event", event);
        SERVICES.answers(
                "GET /events/event/related",
                Samples.list(Samples.event("other", "PUBLISHED", "").replace("Workshop of ideas", "Another workshop")));
        SERVICES.answers("GET /organizations/org", Samples.organization("org", "VERIFIED", "", ""));
        SERVICES.answers("GET /events/draft", Samples.event("draft", "DRAFT", "\"edit\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void thePageSaysWhoHostsItWhatIsLikeItAndWhereItIs(String language) {
        for (var token : Arrays.asList(null, PERSON)) {
            var page = new Html(get("/" + language + "/events/event", token).body());
            page.isSound(language);
            assertThat(page.all("a").stream().map(link -> link.getAttribute("href")))
                    .contains(
                            "/" + language + "/events/other",
                            "/" + language + "/organizations/org",
                            "/" + language + "/events/event/event.ics")
                    .anyMatch(href -> href.startsWith("https://www.openstreetmap.org/search?query=Technopark"));
            var regions = page.all("use").stream()
                    .filter(use -> use.getAttribute("href").contains("/assets/regions"))
                    .toList();
            assertThat(regions)
                    .extracting(use -> use.getAttribute("href").replaceAll(".*#", ""))
                    .containsExactlyElementsOf(Codes.REGIONS);
            assertThat(regions)
                    .filteredOn(use -> use.getAttribute("class").equals("here"))
                    .hasSize(1);
        }
    }

    @Test
    void theMapHasEveryRegion() {
        assertThat(Pattern.compile("<path id=\"(.*?)\" d=\"M")
                        .matcher(get("/assets/regions.svg", null).body())
                        .results()
                        .map(path -> path.group(1)))
                .containsExactlyElementsOf(Codes.REGIONS);
    }

    @Test
    void withoutHostAndRelatedThePageStandsAllTheSame() {
        SERVICES.answers("GET /organizations/org", 503, "{}");
        SERVICES.answers("GET /events/event/related", 503, "{}");
        var answer = get("/en/events/event", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        new Html(answer.body()).isSound("en");
        assertThat(answer.body()).doesNotContain("id=\"related\"");
    }

    @Test
    void thePatternOfAnEventIsTheSameEachTimeAndAnotherForAnother() {
        SERVICES.answers("GET /events/event2", Samples.event("event2", "PUBLISHED", ""));
        var first = pattern("event");
        assertThat(first).isNotEmpty().isEqualTo(pattern("event")).isNotEqualTo(pattern("event2"));
    }

    private String pattern(String id) {
        var page = get("/en/events/" + id, null).body();
        return page.substring(
                page.indexOf("class=\"pattern\""), page.indexOf("</svg>", page.indexOf("class=\"pattern\"")));
    }

    @Test
    void theBarOnAPhoneSendsTheOnlyFormThereIs() {
        var page = new Html(get("/en/events/event", PERSON).body());
        assertThat(page.all("form").stream()
                        .filter(form -> form.getAttribute("action").endsWith("/register")))
                .singleElement()
                .satisfies(form -> assertThat(form.getAttribute("id")).isEqualTo("register"));
        assertThat(page.all("button").stream()
                        .filter(button -> button.getAttribute("form").equals("register")))
                .hasSize(1);
        SERVICES.answers(
                "GET /events/closed",
                Samples.event("closed", "PUBLISHED", "")
                        .replace("\"registrationOpen\": true", "\"registrationOpen\": false"));
        assertThat(get("/en/events/closed", PERSON).body()).doesNotContain("register-bar");
    }

    @Test
    void itIsPassedOnByPlainAddresses() {
        var page = new Html(get("/fr/events/event", null).body());
        var shared = page.all("a").stream()
                .filter(link -> link.getAttribute("rel").contains("nofollow"))
                .map(link -> link.getAttribute("href"))
                .toList();
        assertThat(shared).hasSize(4);
        assertThat(shared.get(0)).startsWith("https://wa.me/?text=Atelier%20des%20id%C3%A9es%0Ahttp%3A%2F%2F");
        assertThat(shared.get(3)).startsWith("mailto:?subject=Atelier%20des%20id%C3%A9es&body=");
        assertThat(page.all("script").stream().map(script -> script.getAttribute("src")))
                .allMatch(source -> source.isEmpty() || source.startsWith("/assets/"));
    }

    @Test
    void theFileForTheCalendarIsAsCalendarsReadIt() {
        var answer = get("/fr/events/event/event.ics", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/calendar;charset=utf-8");
        var file = answer.body();
        assertThat(file).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(file.split("\r\n", -1)).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(file.replace("\r\n ", ""))
                .contains(
                        "UID:event@127.0.0.1\r\n",
                        "SEQUENCE:7\r\n",
                        "DTSTART:20360815T100000Z\r\n",
                        "DTEND:20360815T123000Z\r\n",
                        "SUMMARY:Atelier des idées\r\n",
                        "LOCATION:Technopark\\, Casablanca-Settat\r\n",
                        "longue description\\; avec des virgules\\, des points-virgules\\;",
                        "plusieurs lignes.\\nUne autre ligne.",
                        "STATUS:CONFIRMED\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void thePictureWhereItIsPassedOnIsOurOwn(String language) throws IOException {
        var page = new Html(get("/" + language + "/events/event", null).body());
        var address = meta(page, "og:image");
        assertThat(address).endsWith("/" + language + "/events/event/card-7.png");
        assertThat(meta(page, "og:image:width")).isEqualTo("1200");

        var answer = send(
                request(address.replaceFirst("^https?://[^/]*", ""), PERSON), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("public, max-age=86400");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("image/png");
        var picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(630);
        // Where lines begin there is text, on the other side the pattern.
        assertThat(picture.getRGB(language.equals("ar") ? 1199 : 0, 0) & 0xffffff)
                .isEqualTo(0x132650);
        assertThat(answer.body().length).isLessThan(200_000);
    }

    private static String meta(Html page, String property) {
        return page.all("meta").stream()
                .filter(meta -> meta.getAttribute("property").equals(property))
                .map((Element meta) -> meta.getAttribute("content"))
                .findFirst()
                .orElse("");
    }

    @Test
    void aDraftHasNoPictureForOthers() {
        assertThat(get("/en/events/draft", PERSON).body()).doesNotContain("card-7.png");
        assertThat(get("/en/events/draft/card-7.png", PERSON).statusCode()).isEqualTo(404);
    }
}
