package ma.maydan.incubators.organization;

import static java.util.Objects.requireNonNull;
import static ma.maydan.incubators.organization.OrganizationTransition.LIFE_CYCLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.maydan.incubators.Profiles;
import ma.maydan.incubators.casefile.Check;
import ma.maydan.incubators.casefile.Declaration;
import ma.maydan.incubators.casefile.Ending;
import ma.maydan.incubators.casefile.EvidenceItem;
import ma.maydan.incubators.confirmation.Confirmation;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.ReasonCode;
import ma.maydan.testkit.rules.LifeCycleTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrganizationTest {

    /** Under review, with every check passed; else one has failed. */
    private static final String PASSED = "PASSED";

    /** Rejected, with an appeal that waits. */
    private static final String APPEALED = "APPEALED";

    /** Verified, and to be revoked, as admin has proposed. */
    private static final String ACCUSED = "ACCUSED";

    private static final Duration MONTH = Duration.ofDays(30);

    private static final Instant NOW = Instant.parse("2026-12-10T10:00:00Z");
    private static final Declaration RENEWAL = new Declaration(Declaration.RENEWAL, Language.FRENCH);
    private static final Reason REASON = new Reason(ReasonCode.OTHER, new LocalizedText(null, "Parce que", null));
    private static final Ending ENDING = new Ending(LocalDate.parse("2026-12-20"), REASON, "PV 12", "admin", NOW, null);
    private static final Actor OWNER = new Actor("owner", false, false);
    private static final Actor OFFICER = new Actor("officer", true, false);
    private static final Actor ADMIN = new Actor("admin", true, true);
    private static final Actor ADMIN_2 = new Actor("admin2", true, true);
    private static final Actor STRANGER = new Actor("stranger", false, false);
    private static final Actor NOBODY = new Actor(null, false, false);

    @Test
    void whoCreatesAnOrganizationOwnsIt() {
        var created = Organization.create("id", "slug", profile("001234567890123"), OWNER, NOW);
        assertThat(created.eventType()).isEqualTo("organization.created");
        assertThat(created.state().version()).isEqualTo(1);
        assertThat(created.state().membership().members()).containsExactly(new Member("owner", MemberRole.OWNER));
        assertThat(created.state().offer(OWNER, NOW).allowedTransitions())
                .containsExactly("edit", "logo", "evidence", "submit", "delete");
    }

    @Test
    void eachStepRaisesTheVersionByOneAndTellsOfTheNewState() {
        var submitted = draft().submit(CaseworkTest.DECLARATION, OWNER, NOW);
        assertThat(submitted.state().version()).isEqualTo(draft().version() + 1);
        assertThat(submitted.eventType()).isEqualTo("organization.submitted");
        assertThat(((OrganizationSnapshot) submitted.eventData()).state().registrationStatus())
                .isEqualTo(OrganizationStatus.SUBMITTED);
    }

    @Test
    void onlyTheOwnerSubmits() {
        for (var role : List.of(MemberRole.ADMIN, MemberRole.EDITOR, MemberRole.VIEWER)) {
            var organization = with(draft(), new Member("other", role));
            assertRefused(
                    "forbidden",
                    () -> organization.submit(CaseworkTest.DECLARATION, new Actor("other", false, false), NOW));
        }
        assertRefused("forbidden", () -> draft().submit(CaseworkTest.DECLARATION, STRANGER, NOW));
        assertRefused("forbidden", () -> draft().submit(CaseworkTest.DECLARATION, ADMIN, NOW));
    }

    @Test
    void aViewerDoesNotEditAndAnEditorDoes() {
        var viewer = with(draft(), new Member("other", MemberRole.VIEWER));
        var editor = with(draft(), new Member("other", MemberRole.EDITOR));
        var other = new Actor("other", false, false);
        assertRefused("forbidden", () -> viewer.edit(profile(null), other, NOW));
        assertThat(editor.edit(profile(null), other, NOW).state().profile().ice())
                .isNull();
    }

    @Test
    void whatIsUnderReviewOrSuspendedKeepsItsProfile() {
        for (var organization : List.of(submitted(), taken(), suspended())) {
            assertRefused("invalid-transition", () -> organization.edit(profile(null), OWNER, NOW));
        }
        assertThat(rejected().edit(profile(null), OWNER, NOW).state().status()).isEqualTo(OrganizationStatus.REJECTED);
    }

    @Test
    void withoutAnIceNothingIsSubmitted() {
        var organization =
                Organization.create("id", "slug", profile(null), OWNER, NOW).state();
        assertRefused("validation-failed", () -> organization.submit(CaseworkTest.DECLARATION, OWNER, NOW));
    }

    @Test
    void whoTookTheCaseNeitherVerifiesNorRejects() {
        var takenByAdmin = looked(submitted().take(ADMIN, NOW).state(), ADMIN, CaseworkTest.PASSED);
        assertThat(takenByAdmin.offer(ADMIN, NOW).allowedTransitions())
                .containsExactly("release", "checks", "note", "request-info");
        assertThat(takenByAdmin.offer(ADMIN_2, NOW).allowedTransitions())
                .containsExactly("take-over", "note", "request-info", "verify");
        assertRefused("four-eyes", () -> takenByAdmin.verify(ADMIN, NOW));
        assertRefused("four-eyes", () -> takenByAdmin.reject(ADMIN, NOW, REASON));
    }

    @Test
    void whoSuspendedDoesNotReinstateAlsoTheSecondTime() {
        assertRefused("four-eyes", () -> suspended().reinstate(ADMIN, NOW, null));
        var again = suspended()
                .reinstate(ADMIN_2, NOW, null)
                .state()
                .suspend(ADMIN_2, NOW, REASON)
                .state();
        assertRefused("four-eyes", () -> again.reinstate(ADMIN_2, NOW, null));
        assertThat(again.reinstate(ADMIN, NOW, null).state().isVerified()).isTrue();
    }

    @Test
    void nobodyOfTheStaffDecidesOnTheirOwnOrganization() {
        var viewer = new Member("admin", MemberRole.VIEWER);
        assertRefused("conflict-of-interest", () -> with(submitted(), viewer).take(ADMIN, NOW));
        assertRefused("conflict-of-interest", () -> with(taken(), viewer).verify(ADMIN, NOW));
        assertRefused("conflict-of-interest", () -> with(taken(), viewer).reject(ADMIN, NOW, REASON));
        assertRefused("conflict-of-interest", () -> with(verified(), viewer).suspend(ADMIN, NOW, REASON));
        assertRefused("conflict-of-interest", () -> with(suspended(), viewer).reinstate(ADMIN, NOW, REASON));
    }

    @Test
    void theIceIsHeldFromTheVerificationOnAlsoWhileSuspended() {
        for (var free : List.of(draft(), submitted(), taken(), rejected())) {
            assertThat(free.entry().held()).isNull();
        }
        for (var held : List.of(verified(), suspended())) {
            assertThat(held.entry().held()).containsExactly("ICE:001234567890123");
        }
    }

    @Test
    void theLifeCycleIsTheOneThatIsWritten() {
        var actors = Map.of(
                "stranger", STRANGER,
                "viewer", new Actor("viewer", false, false),
                "editor", new Actor("editor", false, false),
                "manager", new Actor("manager", false, false),
                "owner", OWNER,
                "officer", OFFICER,
                "admin", ADMIN,
                "admin2", ADMIN_2,
                "admin*", new Actor("viewer", true, true),
                "machine", NOBODY);
        LifeCycleTable.assertHeld(
                OrganizationTest.class,
                "organization-life-cycle.txt",
                OrganizationTransition.values(),
                OrganizationTransition::code,
                Stream.concat(
                                Stream.of(OrganizationStatus.values()).map(Enum::name),
                                Stream.of(PASSED, APPEALED, ACCUSED))
                        .toList(),
                (transition, state, actor) -> LIFE_CYCLE.require(
                        transition,
                        new OrganizationSituation(
                                withMembers(
                                        switch (state) {
                                            case PASSED ->
                                                looked(
                                                        submitted()
                                                                .take(ADMIN_2, NOW)
                                                                .state(),
                                                        ADMIN_2,
                                                        CaseworkTest.PASSED);
                                            case APPEALED ->
                                                Appeals.appeal(rejected(), "Non", OWNER, NOW)
                                                        .state();
                                            case ACCUSED -> toBeRevoked();
                                            default -> in(OrganizationStatus.valueOf(state));
                                        }),
                                requireNonNull(actors.get(actor)),
                                NOW)));
    }

    @ParameterizedTest
    @EnumSource
    void theStepsOnOfferAreExactlyThoseThatAreNotRefused(OrganizationStatus status) {
        var organization = in(status);
        for (var actor : List.of(OWNER, OFFICER, ADMIN, ADMIN_2, STRANGER, NOBODY)) {
            var possible = Stream.of(OrganizationTransition.values())
                    .filter(transition -> succeeds(() -> take(transition, organization, actor)))
                    .map(OrganizationTransition::code)
                    .toList();
            assertThat(organization.offer(actor, NOW).allowedTransitions())
                    .as("%s in %s", actor, status)
                    .isEqualTo(possible);
        }
    }

    @Test
    void thePublicSeesTheVerifiedAlone() {
        for (var hidden : List.of(draft(), submitted(), taken(), rejected(), suspended())) {
            assertThat(hidden.isVisibleTo(NOBODY, () -> false)).isFalse();
            assertThat(hidden.isVisibleTo(STRANGER, () -> true)).isFalse();
            assertThat(hidden.isVisibleTo(OWNER, () -> false)).isTrue();
            assertThat(hidden.isVisibleTo(OFFICER, () -> false)).isTrue();
        }
        assertThat(verified().isVisibleTo(NOBODY, () -> false)).isTrue();
    }

    @Test
    void whoIsVerifiedShowsItselfToWhomItWantsTo() {
        for (var visibility : Showing.Visibility.values()) {
            var shown = shownTo(visibility);
            var everybody = visibility == Showing.Visibility.PUBLIC;
            assertThat(shown.isVisibleTo(NOBODY, () -> false)).isEqualTo(everybody);
            assertThat(shown.isVisibleTo(STRANGER, () -> true)).isEqualTo(visibility != Showing.Visibility.STEALTH);
            assertThat(shown.isVisibleTo(OWNER, () -> false)).isTrue();
            assertThat(shown.isVisibleTo(OFFICER, () -> false)).isTrue();
            assertThat(shown.stage().publicChangeAt() != null)
                    .as("what nobody saw does not go away")
                    .isEqualTo(everybody);
        }
    }

    @Test
    void howCompleteAProfileIsIsSaidByItsFields() {
        var completeness = Completeness.of(profile("001234567890123"));
        assertThat(completeness.open())
                .extracting(FieldProblem::pointer)
                .containsExactly(
                        "/description/ar",
                        "/description/fr",
                        "/city",
                        "/sectors",
                        "/stage",
                        "/foundedOn",
                        "/website",
                        "/phone",
                        "/logo");
        assertThat(completeness.of()).isEqualTo(12);
        assertThat(Completeness.of(Profiles.profile("a", null, OrganizationKind.MEDIA))
                        .open())
                .extracting(FieldProblem::pointer)
                .contains("/ice")
                .doesNotContain("/stage");
    }

    @Test
    void theReasonOfARejectionIsShownUntilTheNextSubmission() {
        assertThat(rejected().stage().negativeDecision()).map(Decision::reason).contains(REASON);
        assertThat(rejected()
                        .submit(CaseworkTest.DECLARATION, OWNER, NOW.plus(MONTH))
                        .state()
                        .stage()
                        .negativeDecision())
                .isEmpty();
        assertThat(OrganizationView.of(rejected(), STRANGER, NOW).forCaller().decision())
                .isNull();
        assertThat(OrganizationView.of(rejected(), OWNER, NOW).forCaller().decision())
                .isNotNull();
    }

    @Test
    void trustIsGivenOnceAndEndsWithADecisionOrASuspension() {
        var trusted = verified().trust(ADMIN, NOW, REASON);
        assertThat(trusted.eventType()).isEqualTo("organization.trusted");
        assertThat(trusted.state().isTrusted()).isTrue();
        assertThat(trusted.state().status()).isEqualTo(OrganizationStatus.VERIFIED);
        assertThat(trusted.due()).hasSize(1);
        assertRefused("invalid-transition", () -> trusted.state().trust(ADMIN_2, NOW, REASON));
        assertThat(trusted.state().illustrate(() -> "file", OWNER, NOW).state().isTrusted())
                .isTrue();
        assertThat(trusted.state().distrust(ADMIN_2, NOW, REASON).state().isTrusted())
                .isFalse();

        var suspended = trusted.state().suspend(ADMIN, NOW, REASON).state();
        assertThat(suspended.isTrusted()).isFalse();
        assertThat(suspended.reinstate(ADMIN_2, NOW, null).state().isTrusted()).isFalse();
    }

    @Test
    void theLatestHundredDecisionsAreKept() {
        var organization = verified();
        for (var i = 0; i < 60; i++) {
            organization =
                    organization.suspend(ADMIN, NOW.plusSeconds(i), REASON).state();
            organization =
                    organization.reinstate(ADMIN_2, NOW.plusSeconds(i), null).state();
        }
        assertThat(organization.stage().decisions()).hasSize(100);
        assertThat(organization.stage().decisions().getLast().at()).isEqualTo(NOW.plusSeconds(59));
    }

    private static Change<Organization> take(
            OrganizationTransition transition, Organization organization, Actor actor) {
        return switch (transition) {
            case EDIT -> organization.edit(profile("001234567890123"), actor, NOW);
            case LOGO -> organization.illustrate(() -> "file", actor, NOW);
            case EVIDENCE ->
                Casework.give(organization, () -> CaseworkTest.evidence(EvidenceItem.TAX_CERTIFICATE), actor, NOW);
            case RELEASE -> Casework.release(organization, actor, NOW);
            case TAKE_OVER -> Casework.takeOver(organization, actor, NOW);
            case CHECKS -> Casework.check(organization, CaseworkTest.PASSED, actor, NOW);
            case NOTE -> Casework.note(organization, "Vu", actor, NOW);
            case REQUEST_INFO -> Casework.requestInfo(organization, CaseworkTest.QUESTIONS, actor, NOW);
            case PROVIDE_INFO -> Casework.provideInfo(organization, CaseworkTest.ANSWERS, actor, NOW);
            case SUBMIT -> organization.submit(CaseworkTest.DECLARATION, actor, NOW);
            case TAKE -> organization.take(actor, NOW);
            case VERIFY -> organization.verify(actor, NOW);
            case REJECT -> organization.reject(actor, NOW, REASON);
            case APPEAL -> Appeals.appeal(organization, "Non", actor, NOW);
            case ACCEPT_APPEAL -> Appeals.accept(organization, actor, NOW);
            case DISMISS_APPEAL -> Appeals.dismiss(organization, actor, NOW, REASON);
            case TRUST -> organization.trust(actor, NOW, REASON);
            case DISTRUST -> organization.distrust(actor, NOW, REASON);
            case TAKE_CHANGE -> ProfileChanges.take(organization, actor, NOW);
            case ACCEPT_CHANGE -> ProfileChanges.accept(organization, actor, NOW);
            case RETURN_CHANGE -> ProfileChanges.giveBack(organization, actor, NOW, REASON);
            case WITHDRAW_CHANGE -> ProfileChanges.withdraw(organization, actor, NOW);
            case RENEW -> Renewals.renew(organization, RENEWAL, actor, NOW);
            case SUSPEND -> organization.suspend(actor, NOW, REASON);
            case REINSTATE -> organization.reinstate(actor, NOW, null);
            case PROPOSE_REVOCATION -> Endings.propose(organization, ENDING, actor, NOW);
            case WITHDRAW_REVOCATION -> Endings.withdraw(organization, actor, NOW);
            case HEARING -> Endings.hear(organization, "Non", actor, NOW);
            case REVOKE -> Endings.revoke(organization, actor, NOW);
            case RETIRE -> Endings.retire(organization, ENDING, actor, NOW);
            case DELETE -> Endings.delete(organization, actor, NOW);
        };
    }

    private static boolean succeeds(Runnable step) {
        try {
            step.run();
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static Organization in(OrganizationStatus status) {
        return switch (status) {
            case DRAFT -> draft();
            case SUBMITTED -> submitted();
            case UNDER_REVIEW -> looked(submitted().take(ADMIN_2, NOW).state(), ADMIN_2, CaseworkTest.FAILED);
            case INFO_REQUESTED ->
                Casework.requestInfo(submitted().take(ADMIN_2, NOW).state(), CaseworkTest.QUESTIONS, OFFICER, NOW)
                        .state();
            case WITHDRAWN -> CaseworkTest.withdrawn(in(OrganizationStatus.INFO_REQUESTED));
            case VERIFIED -> verified();
            case REJECTED -> rejected();
            case SUSPENDED -> suspended();
            case REVOKED -> revoked();
            case RETIRED -> Endings.retire(verified(), ENDING, OWNER, NOW).state();
            case LAPSED -> lapsed();
        };
    }

    private static Organization withMembers(Organization organization) {
        return with(
                organization,
                new Member("viewer", MemberRole.VIEWER),
                new Member("editor", MemberRole.EDITOR),
                new Member("manager", MemberRole.ADMIN));
    }

    private static Organization draft() {
        var draft = Organization.create("id", "slug", profile("001234567890123"), OWNER, NOW)
                .state();
        for (var item : List.of(EvidenceItem.FOUNDING_DOCUMENT, EvidenceItem.MANDATE)) {
            draft = Casework.give(draft, () -> CaseworkTest.evidence(item), OWNER, NOW)
                    .state();
        }
        return draft;
    }

    private static Organization submitted() {
        return draft().submit(CaseworkTest.DECLARATION, OWNER, NOW).state();
    }

    private static Organization taken() {
        return looked(submitted().take(OFFICER, NOW).state(), OFFICER, CaseworkTest.PASSED);
    }

    private static Organization looked(Organization taken, Actor taker, List<Check> checks) {
        return Casework.check(taken, checks, taker, NOW).state();
    }

    private static Organization rejected() {
        return looked(taken(), OFFICER, CaseworkTest.FAILED)
                .reject(ADMIN, NOW, REASON)
                .state();
    }

    private static Organization verified() {
        return taken().verify(ADMIN, NOW).state();
    }

    /** Proposed by admin, of which an owner is heard. */
    private static Organization toBeRevoked() {
        return Endings.propose(verified(), ENDING, ADMIN, NOW).state();
    }

    private static Organization revoked() {
        return Endings.revoke(toBeRevoked(), ADMIN_2, ENDING.begins()).state();
    }

    /** As if it had been verified so long ago. */
    private static Organization lapsed() {
        var verified = verified();
        var before = verified.with(verified.entry().with(Confirmation.of(NOW.minus(Duration.ofDays(400)))));
        return Renewals.overdue(before, NOW).orElseThrow().state();
    }

    private static Organization shownTo(Showing.Visibility visibility) {
        var profile = Profiles.shownTo(visibility, profile("001234567890123"));
        return Verified.of("id", "slug", profile, OWNER, NOW);
    }

    private static Organization suspended() {
        return verified().suspend(ADMIN, NOW, REASON).state();
    }

    private static Organization with(Organization before, Member... more) {
        var members = Stream.concat(before.membership().members().stream(), Stream.of(more))
                .toList();
        return before.with(new Membership(members, null));
    }

    private static OrganizationProfile profile(@Nullable String ice) {
        return Profiles.profile("a", ice, OrganizationKind.STARTUP, OrganizationKind.STARTUP);
    }
}
