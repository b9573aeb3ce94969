package ma.maydan.incubators.notice;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.maydan.incubators.Flows;
import ma.maydan.local.mail.Mail;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.TestBackends;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;

/** What people are told by mail, over SMTP to a real mailbox. */
class MailsIT {

    private final String owner = Flows.newPerson();

    @Test
    void aDecisionIsMailedOnceInTextAndHtmlAndCannotBeDeclined() {
        rejected("Il manque le modèle J. <b>&amp;</b>");

        var mail = only(owner);

        assertThat(mail.subject()).startsWith("Verification refused");
        assertThat(mail.messageId()).matches("<[0-9a-f-]{36}@.+>");
        assertThat(mail.header("Content-Language")).isEqualTo("en");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("List-Unsubscribe")).isEmpty();
        assertThat(mail.content().text()).contains("Incomplete evidence: Il manque le modèle J. <b>&amp;</b>");
        assertThat(mail.content().html())
                .contains("dir=\"ltr\"")
                .contains("Il manque le modèle J. &lt;b&gt;&amp;amp;&lt;/b&gt;");
    }

    @Test
    void whoSubmitsGetsTheReceiptAsAFile() {
        var taken = Flows.underReview(owner, Flows.organization("STARTUP"));

        await().atMost(Duration.ofSeconds(30)).until(() -> !mails(owner).isEmpty());
        var mail = mails(owner).getFirst();
        assertThat(mail.subject()).startsWith("Request for verification received");
        assertThat(mail.content().attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).matches("V-[0-9]{8}-[0-9A-F]{8}\\.pdf");
            assertThat(file.type()).startsWith("application/pdf");
            assertThat(file.bytes())
                    .isEqualTo(API.person(owner)
                            .getBytes("/api/v1/organizations/" + taken.id() + "/receipt?lang=en")
                            .body());
        });
    }

    @Test
    void itIsInTheLanguageOfTheTokenAndArabicFromRightToLeft() {
        var claims = TestTokens.claims(owner, "openid portal");
        claims.put("email", owner + "@example.org");
        claims.put("email_verified", true);
        claims.put("locale", "ar");
        API.bearer(TestTokens.sign(claims))
                .send("POST", "/api/v1/me/notices/organizations/read", Map.of("upTo", "2020-01-01T00:00:00Z"), Map.of())
                .expect(204);

        rejected("السجل التجاري غير موجود");

        var mail = only(owner);
        assertThat(mail.subject()).startsWith("لم يُقبل طلب التحقق");
        assertThat(mail.content().html()).contains("dir=\"rtl\"").contains("lang=\"ar\"");
        assertThat(mail.content().text()).contains("السبب:");
    }

    @Test
    void anAddressThatNobodyHasVerifiedGetsNothing() {
        var stranger = Flows.newPerson();
        var claims = TestTokens.claims(stranger, "openid portal");
        claims.put("email", stranger + "@example.org");
        claims.put("email_verified", false);
        var person = API.bearer(TestTokens.sign(claims));
        var draft = person.create("/api/v1/organizations", Flows.organization("STARTUP"))
                .expect(201);
        var submitted = Flows.submitted(person, draft);
        decided(draft.id(), submitted.version(), "x");
        rejected("x");

        only(owner);
        assertThat(TestBackends.mailbox().mails(stranger + "@example.org")).isEmpty();
    }

    @Test
    void whileTheServerIsAwayNothingIsLostAndNothingElseWaits() {
        TestBackends.mailbox().away();
        try {
            rejected("x");
            Api person = API.person(owner);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !person.get("/api/v1/me/notices/organizations")
                            .body()
                            .path("items")
                            .isEmpty());
            assertThat(TestBackends.mailbox().mails(owner + "@example.org")).isEmpty();
        } finally {
            TestBackends.mailbox().back();
        }

        only(owner);
    }

    private void rejected(String why) {
        var taken = Flows.underReview(owner, Flows.organization("STARTUP"));
        reject(taken, why);
    }

    private static void decided(String organization, long version, String why) {
        var taken = API.officer("officer")
                .post("/api/v1/organizations/" + organization + "/take", version)
                .expect(200);
        reject(taken, why);
    }

    private static void reject(Answer taken, String why) {
        var reason = Map.of("reasonCode", "INCOMPLETE_EVIDENCE", "reasonText", Map.of("fr", why));
        API.admin("admin")
                .post(
                        "/api/v1/organizations/" + taken.id() + "/reject",
                        reason,
                        Flows.failed(taken).version())
                .expect(200);
    }

    /** The mail about the decision. */
    private static Mail only(String person) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !decisions(person).isEmpty());
        assertThat(decisions(person)).hasSize(1);
        return decisions(person).getFirst();
    }

    private static List<Mail> decisions(String person) {
        return mails(person).stream()
                .filter(mail -> !mail.subject().matches("Request for verification received.*|تم استلام.*"))
                .toList();
    }

    private static List<Mail> mails(String person) {
        return TestBackends.mailbox().mails(person + "@example.org");
    }
}
