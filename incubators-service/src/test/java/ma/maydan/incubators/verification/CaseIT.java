package ma.maydan.incubators.verification;

import static ma.maydan.incubators.Service.API;
import static ma.maydan.testkit.api.Parallel.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.maydan.incubators.Flows;
import ma.maydan.testkit.api.Answer;
import org.junit.jupiter.api.Test;

/** An organization gives what is asked of it, is asked for more, and reads what happened. */
class CaseIT {

    private final String owner = Flows.newPerson();

    @Test
    void aDocumentIsHandedOutAsItCameToEditorsAndStaffAlone() {
        var draft = Flows.draft(owner, "STARTUP");
        var at = path(draft) + "/evidence?item=MANDATE";
        var given =
                API.person(owner).putFile(at, Flows.PDF, null, draft.version()).expect(200);

        var read = API.person(owner).getBytes(at);
        assertThat(read.body()).isEqualTo(Flows.PDF);
        assertThat(read.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"mandate.pdf\"");
        assertThat(read.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(API.officer("officer").getBytes(at).statusCode()).isEqualTo(200);
        assertThat(API.person(Flows.newPerson()).getBytes(at).statusCode()).isEqualTo(404);
        var paper = file(draft).at("/checkList/1/paper/sha256");
        assertThat(paper).hasSize(64);

        API.person(owner).delete(at, given.version()).expect(200);
        assertThat(API.person(owner).getBytes(at).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoDocumentIsRefusedByItsContent() {
        var draft = Flows.draft(owner, "STARTUP");
        var person = API.person(owner);
        for (var wrong : List.of("<html><script>alert(1)</script>", "PK\u0003\u0004", "text")) {
            var refused = person.putFile(
                    path(draft) + "/evidence?item=MANDATE",
                    wrong.getBytes(StandardCharsets.UTF_8),
                    null,
                    draft.version());
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.at("/errors/0/code")).isEqualTo("paper-type");
        }
        assertThat(person.putFile(path(draft) + "/evidence?item=MANDATE", new byte[0], null, draft.version())
                        .at("/errors/0/code"))
                .isEqualTo("required");
        assertThat(person.putFile(path(draft) + "/evidence?item=PASSPORT", Flows.PDF, null, draft.version())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void nothingIsSubmittedWithoutItsDocumentsOrWithAnotherDeclaration() {
        var draft = Flows.draft(owner, "INCUBATOR");
        var refused = API.person(owner).post(path(draft) + "/submit", Flows.declaration(), draft.version());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .contains("/evidence/FOUNDING_DOCUMENT", "/evidence/PREMISES");

        var ready = Flows.documented(API.person(owner), draft);
        var old = Map.of("declaration", "2025-9", "language", "fr");
        assertThat(API.person(owner)
                        .post(path(draft) + "/submit", old, ready.version())
                        .code())
                .isEqualTo("declaration-changed");
        assertThat(API.person(owner)
                        .post(path(draft) + "/submit", Map.of(), ready.version())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void itIsAskedOnceAnswersAndBothSidesReadTheSameTimeline() {
        var taken = Flows.underReview(owner, Flows.organization("STARTUP"));
        var question = Map.of("items", List.of(Map.of("question", Map.of("fr", "Qui signe ?"))));
        var asked = API.officer("officer")
                .post(path(taken) + "/request-info", question, taken.version())
                .expect(200);
        assertThat(file(taken).body().has("dueOn")).isFalse();
        assertThat(file(taken).at("/daysLeft")).isEqualTo("60");

        var none = API.person(owner).post(path(taken) + "/provide-info", Map.of("answers", List.of()), asked.version());
        assertThat(none.status()).isEqualTo(422);
        var answers = Map.of("answers", List.of(Map.of("text", "Le gérant")));
        var answered = API.person(owner)
                .post(path(taken) + "/provide-info", answers, asked.version())
                .expect(200);
        assertThat(answered.text("dueOn")).isNotEmpty();
        assertThat(API.officer("officer")
                        .post(path(taken) + "/request-info", question, answered.version())
                        .code())
                .isEqualTo("asked-before");

        assertThat(happened(file(taken))).endsWith("TAKEN", "INFO_REQUESTED", "INFO_PROVIDED");
        assertThat(file(taken).body().toString()).doesNotContain("\"by\"", "\"notes\"");
        var seenByStaff = API.officer("officer").get(path(taken) + "/case").expect(200);
        assertThat(happened(seenByStaff)).isEqualTo(happened(file(taken)));
        assertThat(seenByStaff.at("/timeline/1/by")).isEqualTo("officer");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(API.person(owner)
                                .get("/api/v1/me/notices/organizations")
                                .body()
                                .toString())
                        .contains("organization.info_requested"));
    }

    @Test
    void ofManyAnswersAtOnceOneCounts() {
        var taken = Flows.underReview(owner, Flows.organization("STARTUP"));
        var question = Map.of("items", List.of(Map.of("question", Map.of("fr", "Qui signe ?"))));
        var asked = API.officer("officer")
                .post(path(taken) + "/request-info", question, taken.version())
                .expect(200);
        var answers = Map.of("answers", List.of(Map.of()));

        var sent = atOnce(8, i -> API.person(owner).post(path(taken) + "/provide-info", answers, asked.version()));

        assertThat(sent).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(sent)
                .filteredOn(answer -> answer.status() != 200)
                .extracting(Answer::code)
                .containsOnly("version-conflict");
    }

    @Test
    void theNumberOfAReceiptSaysWhenAndNotWhose() {
        var taken = Flows.underReview(owner, Flows.organization("STARTUP"));
        var number = file(taken).text("receipt");

        var said = API.anonymous().get("/api/v1/receipts/" + number).expect(200);

        assertThat(said.body().propertyNames()).containsExactlyInAnyOrder("id", "receivedAt");
        assertThat(API.get("/api/v1/receipts/V-20260101-00000000").status()).isEqualTo(404);
    }

    private Answer file(Answer organization) {
        return API.person(owner).get(path(organization) + "/case").expect(200);
    }

    private static List<String> happened(Answer file) {
        return file.body()
                .path("timeline")
                .valueStream()
                .map(one -> one.path("what").asString())
                .toList();
    }

    private static String path(Answer organization) {
        return "/api/v1/organizations/" + organization.id();
    }
}
