package ma.maydan.events.event;

import static com.mongodb.client.model.Filters.in;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;

/** What events look like, from the file that somebody sends to the one that is shown, and its end. */
class EventImageIT extends EventsIT {

    private static final String ALT = """
        {"alt":{"ar":"\u0642\u0627\u0639\u0629","fr":"Une salle pleine"}}\
        """;

    private final String owner = "owner-" + UUID.randomUUID();
    private final String token = TestTokens.person(owner);

    @Test
    void aHostShowsWhatItsPublishedEventLooksLike() throws IOException {
        var event = publishedEvent(owner, 10);
        var path = "/api/v1/events/" + event.id() + "/image";
        assertThat(event.allowedTransitions()).doesNotContain("image");
        assertThat(get(token, "/events/" + event.id()).allowedTransitions()).contains("image");
        assertThat(api(null).get(path).status()).isEqualTo(404);

        var shown = api(token)
                .putFile(path, picture(3000, 1500), ALT, event.version())
                .expect(200);
        var file = shown.at("/image/file");
        assertThat(shown.at("/image/alt/fr")).isEqualTo("Une salle pleine");
        assertThat(shown.text("status")).isEqualTo("PUBLISHED");

        var large = api(null).getBytes(path);
        assertThat(large.statusCode()).isEqualTo(200);
        assertThat(large.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(large.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(large.headers().firstValue("Content-Disposition")).hasValue("inline");
        assertThat(large.headers().firstValue("Cache-Control")).hasValue("no-cache, public");
        assertThat(ImageIO.read(new ByteArrayInputStream(large.body())).getWidth())
                .isEqualTo(1600);
        var small = api(null).getBytes(path + "?size=SMALL&file=" + file);
        assertThat(small.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable", "public");
        assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getWidth())
                .isEqualTo(640);
        assertThat(api(null).get(path + "?file=" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(api(null).get(path + "?size=HUGE").status()).isEqualTo(422);
    }

    @Test
    void itIsReadInPartsAndOnce() {
        var event = publishedEvent(owner, 10);
        var path = "/api/v1/events/" + event.id() + "/image";
        api(token).putFile(path, picture(800, 600), ALT, event.version()).expect(200);
        var whole = api(null).getBytes(path);
        var tag = whole.headers().firstValue("ETag").orElseThrow();

        assertThat(api(null).getBytes(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        var part = api(null).getBytes(path, "Range", "bytes=100-299", "If-Range", tag);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, 300));
        assertThat(api(null).getBytes(path, "Range", "bytes=-100").body())
                .isEqualTo(Arrays.copyOfRange(whole.body(), whole.body().length - 100, whole.body().length));
        var ofAnother = api(null).getBytes(path, "Range", "bytes=100-299", "If-Range", "\"another\"");
        assertThat(ofAnother.statusCode()).isEqualTo(200);
        assertThat(ofAnother.body()).isEqualTo(whole.body());
        assertThat(api(null).getBytes(path, "Range", "bytes=99999999-").statusCode())
                .isEqualTo(416);
    }

    @Test
    void whatCannotBeSeenHasNoPictureToSee() {
        var host = UUID.randomUUID().toString();
        organization(host, 1, "VERIFIED", owner, false);
        var draft = post(token, "/events", eventBody(host, 10)).expect(201);
        var path = "/api/v1/events/" + draft.id() + "/image";
        api(token).putFile(path, picture(100, 100), ALT, draft.version()).expect(200);

        assertThat(api(null).get(path).status()).isEqualTo(404);
        assertThat(api(TestTokens.person("stranger")).get(path).status()).isEqualTo(404);
        var own = api(token).getBytes(path);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        assertThat(api(OFFICER).getBytes(path).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyElseGivesItOneAndNotWhileTheClusterLooksAtIt() {
        var event = publishedEvent(owner, 10);
        var path = "/api/v1/events/" + event.id() + "/image";
        var picture = picture(100, 100);
        assertThat(api(null).putFile(path, picture, ALT, event.version()).status())
                .isEqualTo(401);
        assertThat(api(TestTokens.person("stranger"))
                        .putFile(path, picture, ALT, event.version())
                        .status())
                .isEqualTo(403);
        assertThat(api(OFFICER).putFile(path, picture, ALT, event.version()).status())
                .isEqualTo(403);
        assertThat(api(token).putFile(path, picture, ALT, event.version() - 1).status())
                .isEqualTo(412);

        var draft = post(token, "/events", eventBody(event.text("hostOrganizationId"), 10))
                .expect(201);
        var submitted = transition(token, draft, "/events/" + draft.id() + "/submit", "");
        assertThat(api(token)
                        .putFile("/api/v1/events/" + draft.id() + "/image", picture, ALT, submitted.version())
                        .code())
                .isEqualTo("invalid-transition");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        var event = publishedEvent(owner, 10);
        var path = "/api/v1/events/" + event.id() + "/image";
        var before = stored();
        var tooLarge = new byte[10 * 1024 * 1024 + 1];
        assertThat(api(token).putFile(path, tooLarge, ALT, event.version()).status())
                .isEqualTo(413);
        assertThat(api(token)
                        .putFile(path, new byte[13 * 1024 * 1024], ALT, event.version())
                        .status())
                .isEqualTo(413);
        var text = api(token).putFile(path, "text".getBytes(UTF_8), ALT, event.version());
        assertThat(text.expect(422).at("/errors/0/pointer") + " " + text.at("/errors/0/code"))
                .isEqualTo("/file picture-type");
        var silent = api(token).putFile(path, picture(10, 10), "{\"alt\":{}}", event.version());
        assertThat(silent.expect(422).at("/errors/0/pointer")).isEqualTo("/alt");
        var both = api(token)
                .putFile(path, "text".getBytes(UTF_8), "{\"alt\":{}}", event.version())
                .expect(422);
        assertThat(both.body()
                        .path("errors")
                        .valueStream()
                        .map(one -> one.path("pointer").asString() + " "
                                + one.path("code").asString()))
                .containsExactly("/file picture-type", "/alt given");
        var neither = api(token)
                .putFile(path, new byte[0], "{\"alt\":{}}", event.version())
                .expect(422);
        assertThat(neither.at("/errors/0/pointer") + " " + neither.at("/errors/1/pointer"))
                .isEqualTo("/file /alt");
        assertThat(stored()).as("files of what was refused").isEqualTo(before);
        var nothing = api(token).putFile(path, new byte[0], ALT, event.version());
        assertThat(nothing.expect(422).at("/errors/0/code")).isEqualTo("required");
        assertThat(api(token)
                        .send("PUT", path, ALT, Map.of("If-Match", event.eTag()))
                        .status())
                .isEqualTo(415);
        assertThat(api(token)
                        .send(
                                "PUT",
                                path,
                                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nhalf",
                                Map.of("If-Match", event.eTag(), "Content-Type", "multipart/form-data; boundary=x"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void onlyItsWordsCanChangeAndItIsTakenAway() {
        var event = publishedEvent(owner, 10);
        var path = "/api/v1/events/" + event.id() + "/image";
        var first =
                api(token).putFile(path, picture(50, 50), ALT, event.version()).expect(200);
        var other = api(token)
                .putFile(path, new byte[0], "{\"alt\":{\"fr\":\"Une salle vide\"}}", first.version())
                .expect(200);
        assertThat(other.at("/image/file")).isEqualTo(first.at("/image/file"));
        assertThat(other.at("/image/alt/fr")).isEqualTo("Une salle vide");
        var none = api(token).delete(path, other.version()).expect(200);
        assertThat(none.body().path("image").isMissingNode()).isTrue();
        assertThat(api(null).get(path).status()).isEqualTo(404);
    }

    @Test
    void aPictureThatNobodyHasIsDeletedAndNoOther() {
        var event = publishedEvent(owner, 10);
        var path = "/api/v1/events/" + event.id() + "/image";
        var first =
                api(token).putFile(path, picture(50, 50), ALT, event.version()).expect(200);
        var second =
                api(token).putFile(path, picture(60, 60), ALT, first.version()).expect(200);
        var host = event.text("hostOrganizationId");
        var draft = post(token, "/events", eventBody(host, 10)).expect(201);
        var ofDraft = api(token)
                .putFile("/api/v1/events/" + draft.id() + "/image", picture(70, 70), ALT, draft.version())
                .expect(200);
        assertThat(api(token)
                        .delete("/api/v1/events/" + draft.id(), ofDraft.version())
                        .status())
                .isEqualTo(204);
        assertThat(stored(first)).as("who has read of it still gets it").isEqualTo(2);

        clock.moveTo(clock.instant().plus(Duration.ofMinutes(61)));
        await().atMost(Duration.ofSeconds(20)).until(() -> stored(first) == 0 && stored(ofDraft) == 0);
        assertThat(chunks(first)).isZero();
        assertThat(api(null).getBytes(path).statusCode()).isEqualTo(200);
        assertThat(stored(second)).isEqualTo(2);
    }

    private long stored() {
        return database.getCollection("files.files").countDocuments();
    }

    private long stored(Answer shown) {
        return count("files.files", "_id", shown);
    }

    private long chunks(Answer shown) {
        return count("files.chunks", "files_id", shown);
    }

    private long count(String collection, String field, Answer shown) {
        var file = shown.at("/image/file");
        return database.getCollection(collection).countDocuments(in(field, file + "/large", file + "/small"));
    }

    /** Of noise, so that nothing of it is small. */
    private static byte[] picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var noise = new Random(1);
        for (var x = 0; x < width; x += 4) {
            for (var y = 0; y < height; y += 4) {
                image.setRGB(x, y, noise.nextInt());
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
