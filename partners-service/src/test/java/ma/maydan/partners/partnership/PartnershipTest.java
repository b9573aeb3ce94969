package ma.maydan.partners.partnership;

import static java.util.Objects.requireNonNull;
import static ma.maydan.partners.partnership.PartnershipTransition.LIFE_CYCLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.maydan.partners.partnership.Partnership.Status;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.vocabulary.ReasonCode;
import ma.maydan.testkit.rules.LifeCycleTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnershipTest {

    private static final Circumstances NOW = at("2026-12-05", true);
    private static final Circumstances UNVERIFIED = at("2026-12-05", false);
    private static final LocalizedText TEXT = LocalizedText.of("نص", "Texte", "Text");
    private static final Actor OWNER = new Actor("owner", false, false).with(MemberRole.OWNER);
    private static final Actor ADMIN = new Actor("admin", true, true);
    private static final Actor ADMIN_2 = new Actor("admin2", true, true);
    private static final Reason REASON = new Reason(ReasonCode.OTHER, TEXT);

    @Test
    void aProposalIsInForceOnceAnAdminApprovesItsTerms() {
        var active = active();

        assertThat(active.status()).isEqualTo(Status.ACTIVE);
        assertThat(active.stage().termsHash()).hasSize(64);
        assertThat(active.stage().approval())
                .isEqualTo(new Partnership.Approval(
                        "admin", String.valueOf(active.stage().termsHash()), NOW.at()));
    }

    @Test
    void whoProposedOrBelongsToAPartyDoesNotApprove() {
        var underReview = draft().submit(OWNER, NOW).state();

        refused(() -> underReview.approve(new Actor("owner", true, true).with(MemberRole.OWNER, false), NOW));
        refused(() -> underReview.approve(new Actor("cousin", true, true).with(null, true), NOW));
        refused(() -> underReview.approve(new Actor("nobody", false, false), NOW));
    }

    @Test
    void changedTermsNeedANewSubmission() {
        var asked = draft().submit(OWNER, NOW)
                .state()
                .take(PartnershipTransition.REQUEST_CHANGES, ADMIN, REASON, NOW)
                .state();
        var edited =
                asked.edit(terms(LocalDate.parse("2029-01-01")), OWNER, NOW).state();

        assertThat(edited.stage().termsHash()).isNull();
        refused(() -> edited.approve(ADMIN, NOW));
        assertThat(edited.submit(OWNER, NOW).state().stage().termsHash())
                .isNotEqualTo(asked.stage().termsHash());
    }

    @Test
    void aPartyThatLosesItsStandingSuspendsAndItsReturnResumes() {
        var suspended = change(active().follow(UNVERIFIED));

        assertThat(suspended.status()).isEqualTo(Status.SUSPENDED);
        assertThat(suspended.follow(UNVERIFIED)).isNull();
        assertThat(allowed(suspended, ADMIN, NOW)).isEmpty();
        assertThat(change(suspended.follow(NOW)).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void whatAPersonSuspendedOnlyAnotherPersonResumes() {
        var suspended = active().suspend(ADMIN, REASON, NOW).state();

        assertThat(suspended.follow(NOW)).isNull();
        refused(() -> suspended.resume(ADMIN, NOW));
        assertThat(suspended.resume(ADMIN_2, NOW).state().status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void everyStepThatIsNotAllowedIsRefusedWithThoseThatAre() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> draft().approve(ADMIN, NOW))
                .matches(problem -> problem.code().equals("invalid-transition"));
        assertThat(LIFE_CYCLE.allowedCodes(new PartnershipSituation(draft(), OWNER, NOW)))
                .containsExactly("edit", "submit", "withdraw", "delete");
    }

    @Test
    void theLifeCycleIsTheOneThatIsWritten() {
        var actors = Map.of(
                "stranger",
                new Actor("stranger", false, false),
                "editor",
                new Actor("editor", false, false).with(MemberRole.EDITOR),
                "owner",
                OWNER,
                "officer",
                new Actor("officer", true, false),
                "admin",
                ADMIN,
                "admin2",
                ADMIN_2,
                "admin*",
                new Actor("cousin", true, true).with(null, true),
                "proposer",
                new Actor("owner", true, true).with(null, false),
                "machine",
                new Actor(null, false, false));
        LifeCycleTable.assertHeld(
                PartnershipTest.class,
                "partnership-life-cycle.txt",
                PartnershipTransition.values(),
                PartnershipTransition::code,
                Stream.of(Status.values()).map(Enum::name).toList(),
                (transition, state, actor) -> LIFE_CYCLE.require(
                        transition,
                        new PartnershipSituation(in(Status.valueOf(state)), requireNonNull(actors.get(actor)), NOW)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01, 2026-11-30, ends-before-start",
        "2026-12-01, 2036-12-02, too-long",
        "2026-01-01, 2026-12-04, in-the-past",
        "2020-01-01, 2020-12-31, in-the-past",
    })
    void datesThatMakeNoTermAreRefused(LocalDate first, LocalDate last, String code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Partnership.draft("p", terms(first, last), "a", "b", OWNER, NOW))
                .matches(problem -> problem.code().equals("validation-failed"), code);
    }

    @Test
    void oneDayIsATermAndTheFirstMayHavePassed() {
        var today = NOW.today();
        assertThat(agreed(today, today, NOW).status()).isEqualTo(Status.ACTIVE);
        assertThat(agreed(today.minusYears(1), today, NOW).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void itIsInForceOnItsDaysAlone() {
        var partnership = agreed(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-31"), NOW);

        assertThat(partnership.status()).isEqualTo(Status.APPROVED);
        for (var expected : Map.of(
                        "2026-12-31", Status.APPROVED,
                        "2027-01-01", Status.ACTIVE,
                        "2027-01-31", Status.ACTIVE,
                        "2027-02-01", Status.EXPIRED)
                .entrySet()) {
            assertThat(partnership.on(LocalDate.parse(expected.getKey())).status())
                    .as(expected.getKey())
                    .isEqualTo(expected.getValue());
        }
        var begun = change(partnership.turn(LocalDate.parse("2027-01-01"), NOW.at()));
        assertThat(begun.status()).isEqualTo(Status.ACTIVE);
        assertThat(begun.turn(LocalDate.parse("2027-01-31"), NOW.at())).isNull();
        assertThat(change(begun.turn(LocalDate.parse("2027-02-01"), NOW.at())).status())
                .isEqualTo(Status.EXPIRED);
        assertThat(change(partnership.turn(LocalDate.parse("2028-01-01"), NOW.at()))
                        .status())
                .isEqualTo(Status.EXPIRED);
    }

    @Test
    void onceItsLastDayHasPassedItIsNeitherSubmittedNorApprovedNorResumed() {
        var late = at("2028-12-02", true);
        var underReview = draft().submit(OWNER, NOW).state();
        var suspended = active().suspend(ADMIN, REASON, NOW).state().on(late.today());

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> underReview.approve(ADMIN, late))
                .matches(problem -> problem.code().equals("term-over"));
        refused(() -> draft().submit(OWNER, late));
        refused(() -> suspended.resume(ADMIN_2, late));
        assertThat(suspended.status()).isEqualTo(Status.EXPIRED);
        assertThat(allowed(underReview, ADMIN, late))
                .containsExactly(PartnershipTransition.REQUEST_CHANGES, PartnershipTransition.REJECT);
        assertThat(allowed(draft(), OWNER, late))
                .containsExactly(
                        PartnershipTransition.EDIT, PartnershipTransition.WITHDRAW, PartnershipTransition.DELETE);
        assertThat(allowed(active().on(late.today()), ADMIN, late)).isEmpty();
    }

    @Test
    void whatAPartyThatIsNotVerifiedForbidsIsNotOffered() {
        assertThat(allowed(draft(), OWNER, UNVERIFIED))
                .containsExactly(
                        PartnershipTransition.EDIT, PartnershipTransition.WITHDRAW, PartnershipTransition.DELETE);
        assertThat(allowed(draft().submit(OWNER, NOW).state(), ADMIN, UNVERIFIED))
                .containsExactly(PartnershipTransition.REQUEST_CHANGES, PartnershipTransition.REJECT);
        assertThat(allowed(active().suspend(ADMIN, REASON, NOW).state(), ADMIN_2, UNVERIFIED))
                .isEmpty();
    }

    @Test
    void aPartyThatLosesItsStandingBeforeTheFirstDaySuspendsToo() {
        var approved = agreed(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-31"), NOW);

        var suspended = change(approved.follow(UNVERIFIED));

        assertThat(suspended.status()).isEqualTo(Status.SUSPENDED);
        assertThat(change(suspended.follow(NOW)).status()).isEqualTo(Status.APPROVED);
        assertThat(change(suspended.follow(at("2027-01-02", true))).status()).isEqualTo(Status.ACTIVE);
    }

    private static List<PartnershipTransition> allowed(Partnership partnership, Actor actor, Circumstances now) {
        return LIFE_CYCLE.allowed(new PartnershipSituation(partnership, actor, now));
    }

    private static Circumstances at(String today, boolean verified) {
        return new Circumstances(Instant.parse(today + "T10:00:00Z"), LocalDate.parse(today), verified, verified);
    }

    private static Partnership in(Status status) {
        var underReview = draft().submit(OWNER, NOW).state();
        return switch (status) {
            case DRAFT -> draft();
            case UNDER_REVIEW -> underReview;
            case CHANGES_REQUESTED ->
                underReview
                        .take(PartnershipTransition.REQUEST_CHANGES, ADMIN, REASON, NOW)
                        .state();
            case APPROVED -> agreed(NOW.today().plusDays(1), NOW.today().plusDays(2), NOW);
            case ACTIVE -> active();
            case SUSPENDED -> active().suspend(ADMIN, REASON, NOW).state();
            case EXPIRED -> active().on(LocalDate.parse("2030-01-01"));
            case REJECTED ->
                underReview
                        .take(PartnershipTransition.REJECT, ADMIN, REASON, NOW)
                        .state();
            case WITHDRAWN ->
                draft().take(PartnershipTransition.WITHDRAW, OWNER, NOW).state();
        };
    }

    private static Partnership agreed(LocalDate first, LocalDate last, Circumstances now) {
        return Partnership.draft("p", terms(first, last), "a", "b", OWNER, now)
                .state()
                .submit(OWNER, now)
                .state()
                .approve(ADMIN, now)
                .state();
    }

    private static Partnership draft() {
        return Partnership.draft("p", terms(LocalDate.parse("2028-12-01")), "a", "b", OWNER, NOW)
                .state();
    }

    private static Partnership active() {
        return draft().submit(OWNER, NOW).state().approve(ADMIN, NOW).state();
    }

    private static Terms terms(LocalDate end) {
        return terms(LocalDate.parse("2026-12-01"), end);
    }

    private static Terms terms(LocalDate first, LocalDate last) {
        return new Terms(TEXT, TEXT, Terms.Lever.ECOSYSTEM, Terms.Type.MOU, first, last);
    }

    private static Partnership change(@Nullable Change<Partnership> change) {
        if (change == null) {
            throw new AssertionError("Nothing follows");
        }
        return change.state();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(step);
    }
}
