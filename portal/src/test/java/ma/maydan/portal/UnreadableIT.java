package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** One record that cannot be read, or one page that cannot be drawn, is no outage. */
@Import(UnreadableIT.Broken.class)
class UnreadableIT extends PortalTest {

    private static final String GOOD = Samples.organization("good", "VERIFIED", "", "");

    @Controller
    static class Broken {

        @GetMapping("/{lang:ar|fr|en}/broken")
        String broken() {
            return "there-is-no-such-template";
        }
    }

    @AfterEach
    void asBefore() {
        SERVICES.forget("GET /organizations");
        SERVICES.forget("GET /organizations/bad");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "[]",
                "{}",
                "{\"id\": \"bad\"}",
                "no name",
                "null name",
                "null in kinds",
                "kinds no list",
                "a date that is none"
            })
    void aBadRecordInAListLeavesTheOthers(String kind) {
        SERVICES.answers("GET /organizations", Samples.list(bad(kind), GOOD));
        var page = get("/fr/organizations", null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("/fr/organizations/good").doesNotContain("/fr/organizations/bad");
        new Html(page.body()).isSound("fr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aCodeThatThePortalHasYetToLearnIsNoFault(String language) {
        var newer = GOOD.replace("\"INCUBATOR\"", "\"GALAXY\"").replace("VERIFIED", "ORBITING");
        SERVICES.answers("GET /organizations", Samples.list(newer));
        var page = get("/" + language + "/organizations", null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("/organizations/good").doesNotContain("GALAXY");
        new Html(page.body()).isSound(language);
    }

    @Test
    void itsOwnPageFailsAlone() {
        SERVICES.answers("GET /organizations/bad", bad("no name"));
        var page = get("/fr/organizations/bad", null);
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(header(page, "Retry-After")).isEmpty();
        new Html(page.body()).isSound("fr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aPageThatCannotBeDrawnIsTheErrorPageOfItsAddress(String language) {
        var page = get("/" + language + "/broken", null);
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("/" + language + "/broken");
        new Html(page.body()).isSound(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fr/organizations?kind=STARTUP&kind=SME",
                "/fr/organizations?cursor=a&cursor=a",
                "/fr/events?kind=&kind=",
                "/fr/events?cursor=&cursor=x"
            })
    void aParameterThatIsThereTwiceIsRefused(String address) {
        var page = get(address, null);
        assertThat(page.statusCode()).isEqualTo(400);
        new Html(page.body()).isSound("fr");
    }

    private static String bad(String kind) {
        var bad = Samples.organization("bad", "VERIFIED", "", "");
        return switch (kind) {
            case "no name" -> bad.replace("\"legalName\"", "\"otherName\"");
            case "null name" -> bad.replaceFirst("(?s)\"legalName\": \\{.*?\\}", "\"legalName\": null");
            case "null in kinds" -> bad.replace("\"INCUBATOR\"", "null");
            case "kinds no list" -> bad.replace("[\"INCUBATOR\", \"ACCELERATOR\"]", "\"INCUBATOR\"");
            case "a date that is none" -> bad.replace("2026-10-02T09:00:00Z", "yesterday");
            default -> kind;
        };
    }
}
