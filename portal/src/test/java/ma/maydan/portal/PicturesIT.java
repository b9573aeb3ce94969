package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page on which somebody gives a thing a picture. */
class PicturesIT extends PortalTest {

    private static final String PAGE = "/fr/events/shown/image";
    private static final String FILE = "file\"; filename=\"../secret name.png";

    private static void event(String allowed) {
        SERVICES.answers("GET /events/shown", Samples.event("shown", "PUBLISHED", allowed));
    }

    @Test
    void whoMayIsOfferedItAndTheFormIsSoundInThreeLanguages() {
        event("\"image\"");
        for (var language : new String[] {"ar", "fr", "en"}) {
            var page = get("/" + language + "/events/shown", PERSON);
            assertThat(page.body()).contains("href=\"/" + language + "/events/shown/image\"");
            var form = get("/" + language + "/events/shown/image", PERSON);
            assertThat(form.statusCode()).isEqualTo(200);
            new Html(form.body()).isSound(language);
            assertThat(form.body()).contains("multipart/form-data", "name=\"alt.ar\"");
        }
        event("");
        assertThat(get("/fr/events/shown", PERSON).body()).doesNotContain("/events/shown/image");
        assertThat(get(PAGE, PERSON).statusCode()).isEqualTo(409);
        assertThat(get("/fr/programs/shown/image", PERSON).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsChosenGoesToTheServiceWithoutItsName() {
        event("\"image\"");
        SERVICES.answers("PUT /events/shown/image", "{}");
        var sent = send(Map.of("version", "3", "alt.fr", "Une salle", FILE, "PNG ééé"));
        assertThat(sent.statusCode()).isEqualTo(303);
        var put = SERVICES.last("PUT");
        assertThat(put.path()).isEqualTo("/events/shown/image");
        assertThat(put.ifMatch()).isEqualTo("\"3\"");
        assertThat(put.body())
                .contains("PNG ééé", "name=\"details\"", "{\"alt\":{\"fr\":\"Une salle\"}}")
                .doesNotContain("secret name");
        assertThat(header(sent, "Location")).endsWith("/fr/events/shown");
        assertThat(sent.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.contains("picture.kept"));
    }

    @Test
    void withoutAFileTheWordsAloneAreSent() {
        event("\"image\"");
        SERVICES.answers("PUT /events/shown/image", "{}");
        assertThat(send(Map.of("version", "3", "alt.fr", "Une salle", FILE, "")).statusCode())
                .isEqualTo(303);
        assertThat(SERVICES.last("PUT").body()).doesNotContain("name=\"file\"");
    }

    @Test
    void whatIsTooLargeOrNoPictureIsSaidAtItsField() {
        event("\"image\"");
        var before = SERVICES.changes();
        var large = send(Map.of("version", "3", "alt.fr", "Une salle", FILE, "x".repeat(10 * 1024 * 1024 + 1)));
        assertThat(large.statusCode()).isEqualTo(422);
        new Html(large.body()).isSound("fr");
        assertThat(large.body()).contains("Ce fichier est trop volumineux", "Une salle");
        var silent = send(Map.of("version", "3", FILE, "x".repeat(10 * 1024 * 1024 + 1)));
        assertThat(silent.body())
                .contains("Ce fichier est trop volumineux", "Donnez ce texte", "href=\"#f-file\"", "href=\"#f-alt");
        assertThat(SERVICES.changes()).isEqualTo(before);

        SERVICES.refuses(
                "PUT /events/shown/image",
                422,
                "validation-failed",
                ", \"errors\": [{\"pointer\": \"/file\", \"code\": \"picture-type\", \"detail\": \"Une image, SVP\"}]");
        var text = send(Map.of("version", "3", "alt.fr", "Une salle", FILE, "text"));
        assertThat(text.statusCode()).isEqualTo(422);
        assertThat(text.body()).contains("Une image, SVP", "Une salle", "href=\"#f-file\"");

        SERVICES.refuses(
                "PUT /events/shown/image",
                422,
                "validation-failed",
                ", \"errors\": [{\"pointer\": \"/file\", \"code\": \"picture-type\", \"detail\": \"Une image, SVP\"},"
                        + " {\"pointer\": \"/alt\", \"code\": \"given\", \"detail\": \"Des mots, SVP\"}]");
        var both = send(Map.of("version", "3", FILE, "text"));
        assertThat(both.body()).contains("Une image, SVP", "Des mots, SVP", "href=\"#f-file\"", "href=\"#f-alt");
    }

    @Test
    void partsThatAreNoneAreTheSendersFault() {
        for (var type : new String[] {"multipart/form-data", "multipart/form-data; boundary=b"}) {
            var broken = send(
                    request(PAGE, PERSON)
                            .header("Content-Type", type)
                            .POST(HttpRequest.BodyPublishers.ofString("--b\r\nhalf")),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(broken.statusCode()).isEqualTo(400);
            new Html(broken.body()).isSound("fr");
        }
    }

    @Test
    void aPictureHasWordsOrNoneOfItsOwn() {
        SERVICES.answers(
                "GET /events/shown",
                Samples.event("shown", "PUBLISHED", "")
                        .replaceFirst(
                                "\"capacity\"",
                                "\"image\": {\"file\": \"f\", \"alt\": {\"ar\": \"قاعة\"}}, \"capacity\""));
        assertThat(get("/fr/events/shown", PERSON).body()).contains("alt=\"قاعة\"", "lang=\"ar\"");
        SERVICES.answers(
                "GET /organizations/shown", Samples.organization("shown", "VERIFIED", "", ", \"logo\": \"f\""));
        assertThat(get("/fr/organizations/shown", PERSON).body()).contains("alt=\"\"", "file=f");
    }

    @Test
    void itIsTakenAway() {
        event("\"image\"");
        SERVICES.answers("DELETE /events/shown/image", "{}");
        assertThat(send(Map.of("version", "4", "_remove", "picture", FILE, "")).statusCode())
                .isEqualTo(303);
        assertThat(SERVICES.last("DELETE").ifMatch()).isEqualTo("\"4\"");
    }

    @Test
    void aFormThatWasKeptIsShownAgainWithoutItsFile() {
        event("\"image\"");
        var shown =
                post(PAGE, PERSON, Map.of("version", "3", "alt.fr", "Une salle"), "X-Maydan-Shown", "without-files");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("Une salle");
    }

    private HttpResponse<String> send(Map<String, String> parts) {
        var body = new ByteArrayOutputStream();
        parts.forEach((name, value) -> body.writeBytes(
                ("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                request(PAGE, PERSON)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())),
                HttpResponse.BodyHandlers.ofString());
    }
}
