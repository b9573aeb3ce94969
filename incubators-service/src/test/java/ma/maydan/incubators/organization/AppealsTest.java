package ma.maydan.incubators.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import ma.maydan.incubators.Profiles;
import ma.maydan.incubators.casefile.Evidence;
import ma.maydan.incubators.casefile.EvidenceItem;
import ma.maydan.incubators.casefile.Happening;
import ma.maydan.incubators.casefile.Happening.What;
import ma.maydan.starter.file.Paper;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.ReasonCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AppealsTest {

    private static final Instant NOW = Instant.parse("2026-12-10T10:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(30));
    private static final Reason REASON =
            new Reason(ReasonCode.NAME_MISMATCH, new LocalizedText(null, "Autre nom", null));
    private static final Actor OWNER = new Actor("owner", false, false);
    private static final Actor OFFICER = new Actor("officer", true, false);
    private static final Actor ADMIN = new Actor("admin", true, true);
    private static final Actor ADMIN_2 = new Actor("admin2", true, true);

    @Test
    void whoIsRejectedSubmitsAgainThirtyDaysLaterAndNotBefore() {
        assertThat(Appeals.until(rejected())).isEqualTo(UNTIL);
        assertRefused("submitted-too-soon", () -> submit(rejected(), UNTIL.minusMillis(1)));
        assertThat(submit(rejected(), UNTIL).status()).isEqualTo(OrganizationStatus.SUBMITTED);
    }

    @Test
    void anAppealIsMadeOnceAndInTime() {
        assertRefused("invalid-transition", () -> Appeals.appeal(rejected(), "Non", OWNER, UNTIL));
        var appealed = Appeals.appeal(rejected(), "Le nom est le même.", OWNER, UNTIL.minusMillis(1));

        assertThat(appealed.eventType()).isEqualTo("organization.appealed");
        assertThat(appealed.due())
                .as("its members hear of it, and who has rejected it")
                .hasSize(2);
        assertThat(appealed.state().stage().cases().dueOn()).isEqualTo(LocalDate.parse("2027-02-08"));
        assertRefused("invalid-transition", () -> Appeals.appeal(appealed.state(), "Encore", OWNER, NOW));
    }

    @Test
    void whoHasRejectedItOrHadItsCaseDoesNotDecideOnTheAppeal() {
        var byOfficer = Appeals.appeal(rejected(), "Non", OWNER, NOW).state();
        assertRefused("four-eyes", () -> Appeals.accept(byOfficer, ADMIN, NOW));
        assertRefused("forbidden", () -> Appeals.accept(byOfficer, OFFICER, NOW));
        var byAdmin = Appeals.appeal(rejected(ADMIN_2), "Non", OWNER, NOW).state();
        assertRefused("four-eyes", () -> Appeals.dismiss(byAdmin, ADMIN_2, NOW, REASON));
        assertThat(Appeals.accept(byOfficer, ADMIN_2, NOW).eventType()).isEqualTo("organization.appeal_accepted");
    }

    @Test
    void whoseAppealIsAcceptedSubmitsAtOnceBesideTheEarlierCase() {
        var appealed = Appeals.appeal(rejected(), "Non", OWNER, NOW).state();
        var accepted = Appeals.accept(appealed, ADMIN_2, NOW).state();
        assertThat(accepted.stage().cases().dueOn()).isNull();
        assertThat(accepted.status()).isEqualTo(OrganizationStatus.REJECTED);

        var again = submit(accepted, NOW);

        assertThat(again.status()).isEqualTo(OrganizationStatus.SUBMITTED);
        var earlier = again.stage().cases().earlier().getFirst();
        assertThat(earlier.timeline())
                .extracting(Happening::what)
                .containsExactly(What.SUBMITTED, What.TAKEN, What.REJECTED, What.APPEALED, What.APPEAL_ACCEPTED);
        assertThat(EarlierCases.reasonOf(again, earlier)).isEqualTo(REASON);
        assertRefused("invalid-transition", () -> Appeals.dismiss(again, ADMIN_2, NOW, REASON));
    }

    @Test
    void aDismissalLeavesTheRejectionAndIsTheLastWord() {
        var appealed = Appeals.appeal(rejected(), "Non", OWNER, NOW).state();
        var dismissed = Appeals.dismiss(appealed, ADMIN_2, NOW, REASON).state();
        assertThat(Objects.requireNonNull(Appeals.of(dismissed)).isAccepted()).isFalse();
        assertRefused("submitted-too-soon", () -> submit(dismissed, NOW));
        assertRefused("invalid-transition", () -> Appeals.appeal(dismissed, "Encore", OWNER, NOW));
        assertThat(submit(dismissed, UNTIL).status()).isEqualTo(OrganizationStatus.SUBMITTED);
    }

    @Test
    void anAppealGoesOnWaitingWhileTheNextCaseIsPutTogether() {
        var appealed = Appeals.appeal(rejected(), "Non", OWNER, NOW).state();
        var given = Casework.give(appealed, () -> another(EvidenceItem.MANDATE), OWNER, NOW)
                .state();
        given = Casework.give(given, () -> another(EvidenceItem.MANDATE), OWNER, NOW)
                .state();

        assertThat(given.stage().cases().dueOn()).isEqualTo(LocalDate.parse("2027-01-09"));
        assertThat(Appeals.accept(given, ADMIN_2, NOW).state().stage().cases().dueOn())
                .isNull();
        var late = Casework.give(rejected(), () -> another(EvidenceItem.MANDATE), OWNER, NOW)
                .state();
        assertThat(Appeals.appeal(late, "Non", OWNER, NOW)
                        .state()
                        .stage()
                        .cases()
                        .present()
                        .appeal())
                .as("it is against the case that was rejected")
                .isNull();
    }

    @Test
    void theNextCaseSaysWhatHasChanged() {
        var renamed = rejected()
                .edit(Profiles.profile("b", "001234567890123", OrganizationKind.STARTUP), OWNER, NOW)
                .state();
        var given = Casework.give(renamed, () -> another(EvidenceItem.MANDATE), OWNER, NOW)
                .state();
        for (var organization : List.of(given, submit(given, UNTIL))) {
            var earlier = organization.stage().cases().earlier().getFirst();
            assertThat(EarlierCases.changedSince(organization, earlier))
                    .containsExactly("/legalName", "/evidence/MANDATE");
        }
        var same = submit(rejected(), UNTIL);
        assertThat(EarlierCases.changedSince(
                        same, same.stage().cases().earlier().getFirst()))
                .isEmpty();
    }

    private static Evidence another(EvidenceItem item) {
        return new Evidence(item, new Paper("another", "application/pdf", 1, "00", NOW));
    }

    private static Organization submit(Organization organization, Instant at) {
        return organization.submit(CaseworkTest.DECLARATION, OWNER, at).state();
    }

    private static Organization rejected() {
        return rejected(OFFICER);
    }

    private static Organization rejected(Actor taker) {
        var profile = Profiles.profile("a", "001234567890123", OrganizationKind.STARTUP);
        var draft =
                Organization.create("0000-abcd", "slug", profile, OWNER, NOW).state();
        for (var item : List.of(EvidenceItem.FOUNDING_DOCUMENT, EvidenceItem.MANDATE)) {
            draft = Casework.give(draft, () -> CaseworkTest.evidence(item), OWNER, NOW)
                    .state();
        }
        var taken = submit(draft, NOW).take(taker, NOW).state();
        return Casework.check(taken, CaseworkTest.FAILED, taker, NOW)
                .state()
                .reject(ADMIN, NOW, REASON)
                .state();
    }

    private static void assertRefused(String code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
