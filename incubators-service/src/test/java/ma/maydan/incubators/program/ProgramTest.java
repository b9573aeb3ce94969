package ma.maydan.incubators.program;

import static java.util.Objects.requireNonNull;
import static ma.maydan.incubators.program.ProgramTransition.LIFE_CYCLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.maydan.incubators.Profiles;
import ma.maydan.incubators.organization.Entry;
import ma.maydan.incubators.organization.Member;
import ma.maydan.incubators.organization.Membership;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.OrganizationStatus;
import ma.maydan.incubators.organization.Verification;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.ReasonCode;
import ma.maydan.starter.vocabulary.Sector;
import ma.maydan.testkit.rules.LifeCycleTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgramTest {

    private static final Instant NOW = Instant.parse("2026-12-10T10:00:00Z");
    private static final Reason REASON = new Reason(ReasonCode.OTHER, new LocalizedText(null, "Parce que", null));
    private static final Actor OWNER = new Actor("owner", false, false);
    private static final Actor EDITOR = new Actor("editor", false, false);
    private static final Actor VIEWER = new Actor("viewer", false, false);
    private static final Actor OFFICER = new Actor("officer", true, false);
    private static final Actor STRANGER = new Actor("stranger", false, false);
    private static final Actor NOBODY = new Actor(null, false, false);
    private static final Organization INCUBATOR = organization(OrganizationStatus.VERIFIED, OrganizationKind.INCUBATOR);
    private static final Organization SUSPENDED =
            organization(OrganizationStatus.SUSPENDED, OrganizationKind.INCUBATOR);

    @ParameterizedTest
    @EnumSource
    void onlyOperatorsHavePrograms(OrganizationKind kind) {
        var owner = organization(OrganizationStatus.VERIFIED, kind);
        switch (kind) {
            case INCUBATOR, ACCELERATOR, PROFESSIONAL_BODY, UNIVERSITY, TRAINING_OPERATOR, CLUSTER, PUBLIC_BODY ->
                assertThat(Program.create("id", owner, content("fr"), OWNER, NOW)
                                .eventType())
                        .isEqualTo("program.created");
            case STARTUP, SME, CORPORATE, INVESTOR, MEDIA ->
                assertRefused(
                        "organization-not-eligible", () -> Program.create("id", owner, content("fr"), OWNER, NOW));
        }
    }

    @Test
    void anEditorWritesAndDoesNotSubmit() {
        var draft = Program.create("id", INCUBATOR, content("fr"), EDITOR, NOW).state();
        assertThat(draft.edit(content("ar"), INCUBATOR, EDITOR, NOW).state().version())
                .isEqualTo(2);
        assertRefused("forbidden", () -> draft.submit(INCUBATOR, EDITOR, NOW));
        assertRefused("forbidden", () -> draft.edit(content("ar"), INCUBATOR, VIEWER, NOW));
        assertRefused("forbidden", () -> Program.create("id", INCUBATOR, content("fr"), VIEWER, NOW));
    }

    @Test
    void aTextInArabicOrFrenchIsNeeded() {
        assertRefused("validation-failed", () -> draft("en").submit(INCUBATOR, OWNER, NOW));
        assertThat(draft("ar").submit(INCUBATOR, OWNER, NOW).state().status()).isEqualTo(ProgramStatus.IN_REVIEW);
    }

    @Test
    void nothingIsSubmittedOrPublishedWhileTheOrganizationIsNotVerified() {
        assertRefused("organization-not-verified", () -> draft("fr").submit(SUSPENDED, OWNER, NOW));
        assertRefused("organization-not-verified", () -> inReview().publish(SUSPENDED, OFFICER, NOW));
    }

    @Test
    void aPublishedProgramIsPublicWhileItsOrganizationIsVerified() {
        assertThat(published().isVisibleTo(NOBODY, INCUBATOR)).isTrue();
        assertThat(published().isVisibleTo(NOBODY, SUSPENDED)).isFalse();
        assertThat(published().isVisibleTo(VIEWER, SUSPENDED)).isTrue();
        assertThat(inReview().isVisibleTo(STRANGER, INCUBATOR)).isFalse();
    }

    @Test
    void theLifeCycleIsTheOneThatIsWritten() {
        var actors = Map.of(
                "stranger", STRANGER,
                "viewer", VIEWER,
                "editor", EDITOR,
                "owner", OWNER,
                "officer", OFFICER,
                "officer*", new Actor("viewer", true, false),
                "machine", NOBODY);
        LifeCycleTable.assertHeld(
                ProgramTest.class,
                "program-life-cycle.txt",
                ProgramTransition.values(),
                ProgramTransition::code,
                List.of("DRAFT", "IN_REVIEW", "CHANGES_REQUESTED", "PUBLISHED", "ARCHIVED"),
                (transition, state, actor) -> LIFE_CYCLE.require(
                        transition, new ProgramSituation(in(state), INCUBATOR, requireNonNull(actors.get(actor)))));
    }

    @Test
    void theStepsOnOfferAreExactlyThoseThatAreNotRefused() {
        var archived = published().archive(INCUBATOR, OWNER, NOW).state();
        for (var program : List.of(draft("fr"), inReview(), returned(), published(), archived)) {
            for (var actor : List.of(OWNER, EDITOR, VIEWER, OFFICER, STRANGER, NOBODY)) {
                var possible = Stream.of(ProgramTransition.values())
                        .filter(transition -> succeeds(() -> take(transition, program, actor)))
                        .map(ProgramTransition::code)
                        .toList();
                assertThat(program.offer(INCUBATOR, actor).allowedTransitions())
                        .as("%s in %s", actor, program.status())
                        .isEqualTo(possible);
            }
        }
    }

    @Test
    void theReasonIsShownUntilTheNextSubmission() {
        assertThat(returned().requestedChanges()).map(ProgramReview::reason).contains(REASON);
        assertThat(returned().submit(INCUBATOR, OWNER, NOW).state().requestedChanges())
                .isEmpty();
    }

    private static Change<Program> take(ProgramTransition transition, Program program, Actor actor) {
        return switch (transition) {
            case EDIT -> program.edit(content("ar"), INCUBATOR, actor, NOW);
            case SUBMIT -> program.submit(INCUBATOR, actor, NOW);
            case PUBLISH -> program.publish(INCUBATOR, actor, NOW);
            case REQUEST_CHANGES -> program.requestChanges(INCUBATOR, actor, NOW, REASON);
            case ARCHIVE -> program.archive(INCUBATOR, actor, NOW);
            case DELETE -> program.delete(INCUBATOR, actor, NOW);
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

    private static Program in(String status) {
        return switch (ProgramStatus.valueOf(status)) {
            case DRAFT -> draft("fr");
            case IN_REVIEW -> inReview();
            case CHANGES_REQUESTED -> returned();
            case PUBLISHED -> published();
            case ARCHIVED -> published().archive(INCUBATOR, OWNER, NOW).state();
            case SUSPENDED -> throw new IllegalArgumentException("Never kept");
        };
    }

    private static Program draft(String language) {
        return Program.create("id", INCUBATOR, content(language), OWNER, NOW).state();
    }

    private static Program inReview() {
        return draft("fr").submit(INCUBATOR, OWNER, NOW).state();
    }

    private static Program returned() {
        return inReview().requestChanges(INCUBATOR, OFFICER, NOW, REASON).state();
    }

    private static Program published() {
        return inReview().publish(INCUBATOR, OFFICER, NOW).state();
    }

    private static ProgramContent content(String language) {
        var text = new LocalizedText(
                language.equals("ar") ? "برنامج" : null,
                language.equals("fr") ? "Programme" : null,
                language.equals("en") ? "Program" : null);
        return new ProgramContent(
                text,
                text,
                ProgramKind.INCUBATION,
                ProgramMode.ONLINE,
                Arrays.asList(Sector.AI, Sector.AI),
                List.of(Language.FRENCH),
                null);
    }

    private static Organization organization(OrganizationStatus status, OrganizationKind kind) {
        var members = List.of(
                new Member("owner", MemberRole.OWNER),
                new Member("editor", MemberRole.EDITOR),
                new Member("viewer", MemberRole.VIEWER));
        return new Organization(
                "organization",
                1,
                new Membership(members, null),
                Profiles.profile("a", null, kind),
                Entry.of("slug", Profiles.profile("a", null, kind), NOW),
                new Verification(status, List.of(), null, null, null, null, null),
                NOW);
    }
}
