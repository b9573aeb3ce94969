package ma.maydan.incubators.organization;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.incubators.Profiles;
import ma.maydan.incubators.casefile.Check;
import ma.maydan.incubators.casefile.Declaration;
import ma.maydan.incubators.casefile.Evidence;
import ma.maydan.incubators.casefile.EvidenceItem;
import ma.maydan.incubators.casefile.Happening;
import ma.maydan.incubators.casefile.Happening.What;
import ma.maydan.incubators.casefile.Inquiry;
import ma.maydan.incubators.casefile.Review;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.file.Paper;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.ReasonCode;
import org.junit.jupiter.api.Test;

class CaseworkTest {

    static final Declaration DECLARATION = new Declaration(Declaration.PRESENT, Language.FRENCH);
    static final List<Inquiry.InfoItem> QUESTIONS =
            List.of(new Inquiry.InfoItem(new LocalizedText(null, "Qui signe ?", null), null, null, null));
    static final List<Inquiry.Answer> ANSWERS = List.of(new Inquiry.Answer("Le gérant"));

    /** Each passed but one that is waived. */
    static final List<Check> PASSED = checks(Check.Result.WAIVED);

    /** One of them failed. */
    static final List<Check> FAILED = checks(Check.Result.FAIL);

    private static final Instant NOW = Instant.parse("2026-12-10T23:30:00Z");
    private static final Reason REASON = new Reason(ReasonCode.OTHER, new LocalizedText(null, "Non", null));
    private static final Actor OWNER = new Actor("owner", false, false);
    private static final Actor OFFICER = new Actor("officer", true, false);
    private static final Actor ADMIN = new Actor("admin", true, true);

    private static List<Check> checks(Check.Result last) {
        return Stream.of(Check.Of.values())
                .map(check -> new Check(
                        check,
                        check == Check.Of.SANCTIONS ? last : Check.Result.PASS,
                        "Liste",
                        "officer",
                        Instant.EPOCH))
                .toList();
    }

    static Evidence evidence(EvidenceItem item) {
        return new Evidence(item, new Paper("paper-" + item, "application/pdf", 1, "00", NOW));
    }

    /** One that was asked for something and stayed silent until its case ended. */
    static Organization withdrawn(Organization asked) {
        var silent = asked;
        while (silent.status() == OrganizationStatus.INFO_REQUESTED) {
            silent = next(silent).orElseThrow().state();
        }
        return silent;
    }

    @Test
    void whatIsNeededDependsOnTheKind() {
        assertThat(EvidenceItem.askedOf(List.of(OrganizationKind.CLUSTER))).isEmpty();
        assertThat(draft(OrganizationKind.STARTUP).missing())
                .extracting(problem -> problem.pointer())
                .containsExactly("/evidence/FOUNDING_DOCUMENT", "/evidence/MANDATE");
        assertThat(draft(OrganizationKind.UNIVERSITY, OrganizationKind.INCUBATOR)
                        .missing())
                .extracting(problem -> problem.pointer())
                .contains("/evidence/PREMISES", "/evidence/TRACK_RECORD");
    }

    @Test
    void aCaseIsSubmittedWithItsReceiptAndTheLastDayOfTheDecisionInMorocco() {
        var submission = requireNonNull(submitted().stage().cases().present().submission());

        assertThat(submission.receipt()).isEqualTo("V-20261210-0000ABCD");
        assertThat(submission.declaration()).isEqualTo(DECLARATION);
        assertThat(submission.dueOn()).isEqualTo(LocalDate.parse("2027-02-08"));
        assertThat(submitted().stage().cases().dueOn()).isEqualTo(submission.dueOn());
    }

    @Test
    void withoutADocumentOrWithAnotherDeclarationNothingIsSubmitted() {
        var without = Casework.takeBack(documented(), EvidenceItem.MANDATE, OWNER, NOW);
        assertThat(lettingGo(without)).containsExactly("paper-MANDATE");
        assertRefused("validation-failed", () -> without.state().submit(DECLARATION, OWNER, NOW));
        assertRefused(
                "declaration-changed",
                () -> documented().submit(new Declaration("2025-1", Language.ARABIC), OWNER, NOW));
        assertRefused("not-found", () -> Casework.takeBack(without.state(), EvidenceItem.MANDATE, OWNER, NOW));
    }

    @Test
    void theClockPausesOnceWhileInformationIsAskedFor() {
        var asked = Casework.requestInfo(taken(), QUESTIONS, OFFICER, NOW.plus(Duration.ofDays(10)))
                .state();
        assertThat(asked.stage().cases().dueOn()).isNull();
        assertThat(asked.stage().cases().present().left()).isEqualTo(50);
        assertThat(asked.stage().takenBy()).isEqualTo("officer");

        var answered = Casework.provideInfo(asked, ANSWERS, OWNER, NOW.plus(Duration.ofDays(17)))
                .state();
        assertThat(answered.status()).isEqualTo(OrganizationStatus.UNDER_REVIEW);
        assertThat(answered.stage().cases().dueOn()).isEqualTo(LocalDate.parse("2027-02-15"));
        assertRefused("asked-before", () -> Casework.requestInfo(answered, QUESTIONS, OFFICER, NOW));
    }

    @Test
    void eachItemIsAnsweredOrCannotBeProvided() {
        var asked = Casework.requestInfo(taken(), QUESTIONS, OFFICER, NOW).state();
        assertRefused("validation-failed", () -> Casework.provideInfo(asked, List.of(), OWNER, NOW));

        var none = Casework.provideInfo(asked, List.of(new Inquiry.Answer(null)), OWNER, NOW);

        assertThat(requireNonNull(none.state().stage().cases().present().info())
                        .items()
                        .getFirst()
                        .cannotProvide())
                .isTrue();
        assertThat(none.due()).extracting(Due::kind).contains("notice", Casework.ANSWER);
    }

    @Test
    void whileItIsAskedAnEditorGivesAnotherDocumentAndTheEarlierIsLetGo() {
        var asked = Casework.requestInfo(taken(), QUESTIONS, OFFICER, NOW).state();
        var given = Casework.give(
                asked,
                () -> new Evidence(EvidenceItem.MANDATE, new Paper("new", "image/png", 1, "00", NOW)),
                OWNER,
                NOW);
        assertThat(lettingGo(given)).containsExactly("paper-MANDATE");
        assertThat(given.state().status()).isEqualTo(OrganizationStatus.INFO_REQUESTED);
        assertThat(given.state().stage().cases().all()).hasSize(1);
        assertRefused(
                "invalid-transition", () -> Casework.give(taken(), () -> evidence(EvidenceItem.MANDATE), OWNER, NOW));
    }

    @Test
    void whoIsSilentIsRemindedTwiceAndThenTheCaseEnds() {
        var asked = Casework.requestInfo(taken(), QUESTIONS, OFFICER, NOW).state();
        assertThat(Casework.silent(asked, NOW.plus(Duration.ofDays(14)))).isEmpty();

        var withdrawn = withdrawn(asked);

        assertThat(withdrawn.status()).isEqualTo(OrganizationStatus.WITHDRAWN);
        assertThat(withdrawn.updatedAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(withdrawn.stage().cases().present().timeline())
                .extracting(Happening::what)
                .containsExactly(
                        What.SUBMITTED, What.TAKEN, What.INFO_REQUESTED, What.REMINDED, What.REMINDED, What.WITHDRAWN);
        assertThat(Casework.silent(withdrawn, NOW.plus(Duration.ofDays(99)))).isEmpty();
    }

    @Test
    void nothingIsVerifiedBeforeEachCheckIsMadeAndNothingRejectedWithoutOneThatFailed() {
        assertRefused("checks-open", () -> taken().verify(ADMIN, NOW));
        assertRefused("no-failed-check", () -> taken().reject(ADMIN, NOW, REASON));
        var half = Casework.check(taken(), PASSED.subList(0, 4), OFFICER, NOW).state();
        assertRefused("checks-open", () -> half.verify(ADMIN, NOW));
        var failed = Casework.check(taken(), FAILED, OFFICER, NOW).state();
        assertRefused("checks-open", () -> failed.verify(ADMIN, NOW));
        assertThat(failed.reject(ADMIN, NOW, REASON).state().status()).isEqualTo(OrganizationStatus.REJECTED);
        var passed = Casework.check(taken(), PASSED, OFFICER, NOW).state();
        assertThat(passed.verify(ADMIN, NOW).state().isVerified()).isTrue();
    }

    @Test
    void whoHasTheCaseAloneSaysWhatCameOfIt() {
        assertRefused("not-your-case", () -> Casework.check(taken(), PASSED, ADMIN, NOW));
        assertRefused("not-your-case", () -> Casework.release(taken(), ADMIN, NOW));
    }

    @Test
    void whoHasEverHadTheCaseDoesNotDecideIt() {
        var byAdmin = submitted().take(ADMIN, NOW).state();
        var checked = Casework.check(byAdmin, PASSED, ADMIN, NOW).state();
        var given = Casework.release(checked, ADMIN, NOW).state();
        assertThat(given.status()).isEqualTo(OrganizationStatus.SUBMITTED);
        assertThat(given.stage().takenBy()).isNull();
        assertThat(given.stage().cases().dueOn()).isNotNull();

        var again = given.take(OFFICER, NOW).state();
        assertRefused("four-eyes", () -> again.verify(ADMIN, NOW));

        var over = Casework.takeOver(byAdmin, OFFICER, NOW);
        assertThat(over.state().stage().takenBy()).isEqualTo("officer");
        assertThat(over.due()).hasSize(1);
        assertRefused("invalid-transition", () -> Casework.takeOver(over.state(), OFFICER, NOW));
    }

    @Test
    void whatWasGivenIsLetGoOfFiveYearsAfterTheEndOfItsCase() {
        var verified = Casework.check(taken(), PASSED, OFFICER, NOW).state().verify(ADMIN, NOW);
        assertThat(verified.due())
                .filteredOn(due -> due.kind().equals(Casework.EVIDENCE_END))
                .extracting(Due::subject, Due::at)
                .containsExactly(tuple("V-20261210-0000ABCD", Instant.parse("2031-12-10T23:30:00Z")));
        assertThat(verified.state().suspend(ADMIN, NOW, REASON).due())
                .extracting(Due::kind)
                .doesNotContain(Casework.EVIDENCE_END);

        var forgotten =
                Casework.forget(verified.state(), "V-20261210-0000ABCD", NOW).orElseThrow();

        assertThat(lettingGo(forgotten)).containsExactly("paper-FOUNDING_DOCUMENT", "paper-MANDATE");
        assertThat(forgotten.state().isVerified()).isTrue();
        assertThat(Casework.forget(forgotten.state(), "V-20261210-0000ABCD", NOW))
                .isEmpty();
    }

    @Test
    void notesAreForTheStaffAndBounded() {
        var noted = Casework.note(taken(), "Appeler le greffe", ADMIN, NOW).state();
        assertThat(noted.stage().cases().present().reviewed().notes())
                .extracting(Review.Note::by)
                .containsExactly("admin");
        for (var i = 1; i < 100; i++) {
            noted = Casework.note(noted, "Vu", ADMIN, NOW).state();
        }
        var full = noted;
        assertRefused("too-many-notes", () -> Casework.note(full, "Vu", ADMIN, NOW));
    }

    @Test
    void theNextCaseBeginsWithWhatWasGivenAndStandsBesideTheEarlier() {
        var rejected = Casework.check(taken(), FAILED, OFFICER, NOW)
                .state()
                .reject(ADMIN, NOW, REASON)
                .state();
        assertThat(rejected.stage().cases().dueOn()).isNull();

        var again = Casework.give(rejected, () -> evidence(EvidenceItem.TAX_CERTIFICATE), OWNER, NOW)
                .state()
                .submit(DECLARATION, OWNER, NOW.plus(Duration.ofDays(30)))
                .state();

        var cases = again.stage().cases();
        assertThat(cases.all()).hasSize(2);
        assertThat(cases.present().evidence()).hasSize(3);
        assertThat(cases.earlier().getFirst().timeline().getLast().what()).isEqualTo(What.REJECTED);
        assertThat(cases.earlier().getFirst().evidence()).hasSize(2);
    }

    private static java.util.Optional<Change<Organization>> next(Organization asked) {
        var info = requireNonNull(asked.stage().cases().present().info());
        return Casework.silent(asked, info.nextDue());
    }

    private static List<String> lettingGo(Change<?> change) {
        return change.due().stream()
                .filter(due -> due.kind().equals("file.look"))
                .map(Due::subject)
                .toList();
    }

    private static Organization taken() {
        return submitted().take(OFFICER, NOW).state();
    }

    private static Organization submitted() {
        return documented().submit(DECLARATION, OWNER, NOW).state();
    }

    private static Organization documented() {
        var documented = draft(OrganizationKind.STARTUP);
        for (var item : List.of(EvidenceItem.FOUNDING_DOCUMENT, EvidenceItem.MANDATE)) {
            documented =
                    Casework.give(documented, () -> evidence(item), OWNER, NOW).state();
        }
        return documented;
    }

    private static Organization draft(OrganizationKind... kinds) {
        var profile = Profiles.profile("a", "001234567890123", kinds);
        return Organization.create("0000-abcd", "slug", profile, OWNER, NOW).state();
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
