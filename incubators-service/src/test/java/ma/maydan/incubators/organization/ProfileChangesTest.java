package ma.maydan.incubators.organization;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import ma.maydan.incubators.Profiles;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.ReasonCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is verified is changed, and what is material waits. */
class ProfileChangesTest {

    private static final Instant NOW = Instant.parse("2026-12-10T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final String ICE = "001234567890123";
    private static final Actor OWNER = new Actor("owner", false, false);
    private static final Actor OFFICER = new Actor("officer", true, false);
    private static final Actor ADMIN = new Actor("admin", true, true);
    private static final Reason REASON = new Reason(ReasonCode.NAME_MISMATCH, new LocalizedText(null, "Non", null));

    private final Organization verified = verified();

    @Test
    void whatIsNotMaterialCountsAtOnce() {
        var changed = edited(verified, saying("Atlas", "SME", ICE));
        assertThat(changed.profile().description()).isEqualTo(new LocalizedText(null, "SME", null));
        assertThat(changed.entry().change()).isNull();
        assertThat(changed.stage().publicChangeAt()).isEqualTo(LATER);
        assertThat(changed.entry().times().confirmedAt()).isEqualTo(LATER);
    }

    @Test
    void whatIsMaterialWaitsWhileEverybodySeesWhatWasVerified() {
        var changed = edited(verified, saying("Toubkal", "new", "001234567890999", OrganizationKind.INCUBATOR));
        assertThat(changed.profile().legalName().fr()).isEqualTo("Atlas");
        assertThat(changed.profile().ice()).isEqualTo(ICE);
        assertThat(changed.profile().kinds()).containsExactly(OrganizationKind.STARTUP);
        assertThat(changed.profile().description()).isEqualTo(new LocalizedText(null, "new", null));
        assertThat(changed.entry().held()).containsExactly("ICE:" + ICE);
        assertThat(waiting(changed).profile().legalName().fr()).isEqualTo("Toubkal");
        assertThat(ProfileChange.differences(changed.profile(), waiting(changed).profile()))
                .containsExactly("legalName", "kinds", "ice");
        assertThat(OrganizationView.of(changed, new Actor("stranger", false, false), NOW)
                        .forCaller()
                        .work()
                        .change())
                .isNull();
    }

    @Test
    void anAcceptedChangeCountsWithWhatCountedMeanwhile() {
        var taken = taken(edited(edited(verified, saying("Toubkal", "first", ICE)), saying("Atlas", "second", ICE)));
        var accepted = ProfileChanges.accept(taken, ADMIN, LATER);
        assertThat(accepted.eventType()).isEqualTo("organization.change_accepted");
        assertThat(accepted.due()).as("its members hear of it").hasSize(1);
        var profile = accepted.state().profile();
        assertThat(profile.legalName().fr()).isEqualTo("Toubkal");
        assertThat(profile.description()).isEqualTo(new LocalizedText(null, "second", null));
        assertThat(accepted.state().entry().change()).isNull();
        assertThat(accepted.state().status()).isEqualTo(OrganizationStatus.VERIFIED);
    }

    @Test
    void anAcceptedIdentifierIsHeldInPlaceOfTheOneBefore() {
        var accepted =
                ProfileChanges.accept(taken(edited(verified, saying("Atlas", "x", "001234567890999"))), ADMIN, LATER);
        assertThat(accepted.state().entry().held()).containsExactly("ICE:001234567890999");
        assertThat(requireNonNull(accepted.state().entry().names()).keys()).contains("ice:001234567890999");
    }

    @Test
    void aReturnedOrWithdrawnChangeLeavesAllAsItWas() {
        var changed = edited(verified, saying("Toubkal", "x", ICE));
        var returned = ProfileChanges.giveBack(taken(changed), ADMIN, LATER, REASON);
        assertThat(returned.state().profile()).isEqualTo(changed.profile());
        assertThat(returned.state().entry().change()).isNull();
        assertThat(returned.due()).hasSize(1);
        assertThat(returned.state().stage().decisions().getLast().reason()).isEqualTo(REASON);
        assertThat(ProfileChanges.withdraw(changed, OWNER, LATER)
                        .state()
                        .entry()
                        .change())
                .isNull();
    }

    @Test
    void anotherMaterialChangeTakesItsPlaceAndIsLookedAtAnew() {
        var taken = taken(edited(verified, saying("Toubkal", "x", ICE)));
        assertThat(waiting(edited(taken, saying("Toubkal", "x", ICE))).takenBy())
                .as("the same again")
                .isEqualTo("officer");
        var replaced = edited(taken, saying("Siroua", "x", ICE));
        assertThat(waiting(replaced).takenBy()).isNull();
        assertRefused("invalid-transition", () -> ProfileChanges.accept(replaced, ADMIN, LATER));
    }

    @Test
    void whoLooksAtItDoesNotDecideAndNobodyOfTheOrganizationDoes() {
        var changed = edited(verified, saying("Toubkal", "x", ICE));
        assertRefused("invalid-transition", () -> ProfileChanges.accept(changed, ADMIN, LATER));
        var taken = ProfileChanges.take(changed, ADMIN, LATER).state();
        assertRefused("four-eyes", () -> ProfileChanges.accept(taken, ADMIN, LATER));
        assertRefused("four-eyes", () -> ProfileChanges.giveBack(taken, ADMIN, LATER, REASON));
        assertRefused("forbidden", () -> ProfileChanges.accept(taken, OFFICER, LATER));
        assertRefused("forbidden", () -> ProfileChanges.withdraw(taken, OFFICER, LATER));
        var own = taken.with(new Membership(List.of(new Member("admin2", MemberRole.VIEWER)), null));
        assertRefused("conflict-of-interest", () -> ProfileChanges.accept(own, new Actor("admin2", true, true), LATER));
        assertRefused("invalid-transition", () -> ProfileChanges.take(verified, OFFICER, LATER));
    }

    @Test
    void trustOutlastsADecisionOnAChange() {
        var trusted = verified.trust(ADMIN, NOW, REASON).state();
        var taken = taken(edited(trusted, saying("Toubkal", "x", ICE)));
        assertThat(ProfileChanges.accept(taken, ADMIN, LATER).state().isTrusted())
                .isTrue();
    }

    @Test
    void aSuspendedOrganizationKeepsItsChangeAndNobodyDecidesOnIt() {
        var taken = taken(edited(verified, saying("Toubkal", "x", ICE)));
        var suspended = taken.suspend(ADMIN, LATER, REASON).state();
        assertThat(suspended.entry().change()).isNotNull();
        assertRefused("invalid-transition", () -> ProfileChanges.accept(suspended, ADMIN, LATER));
    }

    private static ProfileChange waiting(Organization organization) {
        return requireNonNull(organization.entry().change());
    }

    private static Organization edited(Organization organization, OrganizationProfile profile) {
        Change<Organization> edit = organization.edit(profile, OWNER, LATER);
        assertThat(edit.eventType()).isEqualTo("organization.updated");
        return edit.state();
    }

    private static Organization taken(Organization changed) {
        return ProfileChanges.take(changed, OFFICER, LATER).state();
    }

    private static OrganizationProfile saying(String name, String description, String ice, OrganizationKind... kinds) {
        var plain = Profiles.profile(
                name, ice, kinds.length == 0 ? new OrganizationKind[] {OrganizationKind.STARTUP} : kinds);
        return new OrganizationProfile(
                plain.legalName(),
                new LocalizedText(null, description, null),
                plain.activity(),
                plain.identifiers(),
                plain.region(),
                plain.reach(),
                plain.showing());
    }

    private static Organization verified() {
        return Verified.of("id", "slug", saying("Atlas", "old", ICE), OWNER, NOW);
    }

    private static void assertRefused(String code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
