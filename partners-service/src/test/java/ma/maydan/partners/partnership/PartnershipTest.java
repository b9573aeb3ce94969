package ma.maydan.partners.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import ma.maydan.partners.partnership.Partnership.Actor;
import ma.maydan.partners.partnership.Partnership.Status;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import org.junit.jupiter.api.Test;

class PartnershipTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final LocalizedText TEXT = LocalizedText.of("نص", "Texte", "Text");
    private static final Actor OWNER = new Actor("owner", false, true, true);
    private static final Actor ADMIN = new Actor("admin", true, false, false);
    private static final Actor ADMIN_2 = new Actor("admin2", true, false, false);
    private static final Partnership.Reason REASON = new Partnership.Reason("OTHER", TEXT);

    @Test
    void aProposalIsInForceOnceAnAdminApprovesItsTerms() {
        var active = active();

        assertThat(active.status()).isEqualTo(Status.ACTIVE);
        assertThat(active.termsHash()).hasSize(64);
        assertThat(active.approval())
                .isEqualTo(new Partnership.Approval("admin", String.valueOf(active.termsHash()), NOW));
    }

    @Test
    void whoProposedOrBelongsToAPartyDoesNotApprove() {
        var underReview = draft().submit(OWNER, NOW).state();

        refused(() -> underReview.approve(new Actor("owner", true, true, false), NOW));
        refused(() -> underReview.approve(new Actor("cousin", true, false, true), NOW));
        refused(() -> underReview.approve(new Actor("nobody", false, false, false), NOW));
    }

    @Test
    void changedTermsNeedANewSubmission() {
        var asked = draft().submit(OWNER, NOW)
                .state()
                .requestChanges(ADMIN, REASON, NOW)
                .state();
        var edited =
                asked.edit(terms(LocalDate.parse("2029-01-01")), OWNER, NOW).state();

        assertThat(edited.termsHash()).isNull();
        refused(() -> edited.approve(ADMIN, NOW));
        assertThat(edited.submit(OWNER, NOW).state().termsHash()).isNotEqualTo(asked.termsHash());
    }

    @Test
    void aPartyThatLosesItsStandingSuspendsAndItsReturnResumes() {
        var suspended = change(active().follow(false, NOW));

        assertThat(suspended.status()).isEqualTo(Status.SUSPENDED);
        assertThat(suspended.follow(false, NOW)).isNull();
        assertThat(suspended.allowed(ADMIN)).isEmpty();
        assertThat(change(suspended.follow(true, NOW)).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void whatAPersonSuspendedOnlyAnotherPersonResumes() {
        var suspended = active().suspend(ADMIN, REASON, NOW).state();

        assertThat(suspended.follow(true, NOW)).isNull();
        refused(() -> suspended.resume(ADMIN, NOW));
        assertThat(suspended.resume(ADMIN_2, NOW).state().status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void everyStepThatIsNotAllowedIsRefusedWithThoseThatAre() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> draft().withdraw(ADMIN, NOW))
                .matches(problem -> problem.code().equals("invalid-transition"));
        assertThat(draft().allowed(OWNER).stream()
                        .map(Partnership.Transition::code)
                        .toList())
                .containsExactly("edit", "submit", "withdraw");
    }

    @Test
    void datesThatMakeNoTermAreRefused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Partnership.draft("p", terms(LocalDate.parse("2026-12-01")), "a", "b", OWNER, NOW));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Partnership.draft("p", terms(LocalDate.parse("2036-12-02")), "a", "b", OWNER, NOW));
    }

    private static Partnership draft() {
        return Partnership.draft("p", terms(LocalDate.parse("2028-12-01")), "a", "b", OWNER, NOW)
                .state();
    }

    private static Partnership active() {
        return draft().submit(OWNER, NOW).state().approve(ADMIN, NOW).state();
    }

    private static Partnership.Terms terms(LocalDate end) {
        return new Partnership.Terms(
                TEXT, TEXT, Partnership.Lever.ECOSYSTEM, Partnership.Type.MOU, LocalDate.parse("2026-12-01"), end);
    }

    private static Partnership change(
            ma.maydan.starter.mongo.@org.jspecify.annotations.Nullable Change<Partnership> change) {
        if (change == null) {
            throw new AssertionError("Nothing follows");
        }
        return change.state();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(step);
    }
}
