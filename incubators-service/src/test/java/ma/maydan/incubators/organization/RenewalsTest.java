package ma.maydan.incubators.organization;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ma.maydan.incubators.Profiles;
import ma.maydan.incubators.casefile.Declaration;
import ma.maydan.incubators.confirmation.Confirmation;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.ReasonCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RenewalsTest {

    private static final Instant VERIFIED_AT = Instant.parse("2026-12-10T23:30:00Z");

    private static final Instant LAPSES_AT = Instant.parse("2028-01-09T00:00:00Z");
    private static final Declaration DECLARATION = new Declaration(Declaration.RENEWAL, Language.FRENCH);
    private static final Reason REASON = new Reason(ReasonCode.OTHER, new LocalizedText(null, "Parce que", null));
    private static final Actor OWNER = new Actor("owner", false, false);
    private static final Actor ADMIN = new Actor("admin", true, true);
    private static final Actor ADMIN_2 = new Actor("admin2", true, true);
    private static final Actor NOBODY = new Actor(null, false, false);

    @Test
    void itIsToBeConfirmedTwelveMonthsAfterItWasVerifiedByTheCalendarOfMorocco() {
        assertThat(confirmation(verified()).nextOn()).isEqualTo(LocalDate.parse("2027-12-10"));
        assertThat(confirmation(verified()).lapsesAt()).isEqualTo(LAPSES_AT);
    }

    @Test
    void itsOwnersAreRemindedFourTimesAndThenItLapses() {
        var told = new ArrayList<String>();
        var days = new ArrayList<Instant>();
        var organization = verified();
        while (confirmation(organization).stepAt() != null) {
            var at = requireNonNull(confirmation(organization).stepAt());
            days.add(at);
            assertThat(Renewals.overdue(organization, at.minusMillis(1))).isEmpty();
            var change = Renewals.overdue(organization, at).orElseThrow();
            told.add(change.eventType());
            assertThat(change.due()).extracting(Due::kind).contains("notice");
            assertThat(change.state().version()).isEqualTo(organization.version() + 1);
            organization = change.state();
            assertThat(Renewals.overdue(organization, at)).as("once").isEmpty();
        }
        assertThat(told)
                .containsExactly(
                        "organization.confirmation_due",
                        "organization.confirmation_due",
                        "organization.confirmation_due",
                        "organization.confirmation_due",
                        "organization.lapsed");
        assertThat(days)
                .extracting(Instant::toString)
                .containsExactly(
                        "2027-11-10T00:00:00Z",
                        "2027-12-03T00:00:00Z",
                        "2027-12-10T00:00:00Z",
                        "2027-12-25T00:00:00Z",
                        "2028-01-09T00:00:00Z");
        assertThat(organization.status()).isEqualTo(OrganizationStatus.LAPSED);
    }

    @Test
    void whatWasMissedIsNotMadeUpFor() {
        var late = Renewals.overdue(verified(), Instant.parse("2027-12-20T12:00:00Z"))
                .orElseThrow();
        assertThat(confirmation(late.state()).stepAt()).isEqualTo("2027-12-25T00:00:00Z");
        assertThat(due(late)).containsExactly(Instant.parse("2027-12-25T00:00:00Z"));
        var later = Renewals.overdue(verified(), LAPSES_AT.plusSeconds(1)).orElseThrow();
        assertThat(later.eventType()).isEqualTo("organization.lapsed");
    }

    @Test
    void itHasLapsedAlsoBeforeThatIsWritten() {
        var organization = verified();
        assertThat(organization.at(LAPSES_AT.minusMillis(1)).isVerified()).isTrue();
        var lapsed = organization.at(LAPSES_AT);
        assertThat(lapsed.status()).isEqualTo(OrganizationStatus.LAPSED);
        assertThat(lapsed.version()).isEqualTo(organization.version());
        // Its members hear of it, whatever was written before.
        var edited = lapsed.edit(lapsed.profile(), OWNER, LAPSES_AT).state();
        assertThat(Renewals.overdue(edited, LAPSES_AT)).isPresent();
    }

    @Test
    void aLapsedOneIsSeenAndKeepsWhatItHoldsAndDoesNothingNew() {
        var lapsed = lapsed();
        assertThat(lapsed.isVerified()).isFalse();
        assertThat(lapsed.isPublic()).isTrue();
        assertThat(lapsed.isVisibleTo(NOBODY, () -> false)).isTrue();
        assertThat(lapsed.entry().held()).containsExactly("ICE:001234567890123");
        assertThat(lapsed.stage().publicChangeAt()).isEqualTo(LAPSES_AT);
        assertRefused("invalid-transition", () -> lapsed.trust(ADMIN, LAPSES_AT, REASON));
    }

    @Test
    void anOwnerConfirmsItFromAMonthBeforeOn() {
        var early = Instant.parse("2027-11-09T23:59:59Z");
        assertRefused("invalid-transition", () -> Renewals.renew(verified(), DECLARATION, OWNER, early));
        var now = Instant.parse("2027-11-10T00:00:00Z");
        var trusted = verified().trust(ADMIN, VERIFIED_AT, REASON).state();
        var renewed = Renewals.renew(trusted, DECLARATION, OWNER, now);

        assertThat(renewed.eventType()).isEqualTo("organization.renewed");
        assertThat(confirmation(renewed.state()).nextOn()).isEqualTo(LocalDate.parse("2028-11-10"));
        assertThat(due(renewed)).containsExactly(Instant.parse("2028-10-11T00:00:00Z"));
        assertThat(renewed.state().entry().times().confirmedAt()).isEqualTo(now);
        assertThat(renewed.state().isTrusted()).isTrue();
        assertThat(confirmation(renewed.state()).statements()).singleElement().satisfies(statement -> {
            assertThat(statement.by()).isEqualTo("owner");
            assertThat(statement.at()).isEqualTo(now);
            assertThat(statement.declaration()).isEqualTo(DECLARATION);
        });
        assertRefused("invalid-transition", () -> Renewals.renew(renewed.state(), DECLARATION, OWNER, now));
    }

    @Test
    void aLapsedOneThatIsConfirmedIsAsBefore() {
        var renewed = Renewals.renew(lapsed(), DECLARATION, OWNER, LAPSES_AT.plusSeconds(9))
                .state();
        assertThat(renewed.isVerified()).isTrue();
        assertThat(renewed.at(LAPSES_AT.plusSeconds(10)).isVerified()).isTrue();
        assertThat(renewed.entry().times().verifiedAt()).isEqualTo(VERIFIED_AT);
    }

    @Test
    void nobodyConfirmsWithTheDeclarationOfASubmissionOrWhileAChangeWaits() {
        assertRefused(
                "declaration-changed", () -> Renewals.renew(lapsed(), CaseworkTest.DECLARATION, OWNER, LAPSES_AT));
        var changing = lapsed().edit(profile("b"), OWNER, LAPSES_AT).state();
        assertThat(changing.entry().change()).as("a lapsed one changes too").isNotNull();
        assertRefused("change-waits", () -> Renewals.renew(changing, DECLARATION, OWNER, LAPSES_AT));
        var withdrawn = ProfileChanges.withdraw(changing, OWNER, LAPSES_AT).state();
        assertThat(Renewals.renew(withdrawn, DECLARATION, OWNER, LAPSES_AT)
                        .state()
                        .isVerified())
                .isTrue();
    }

    @Test
    void aSuspendedOneIsNotRemindedAndGoesOnWhenItIsReinstated() {
        var suspended = verified().suspend(ADMIN, VERIFIED_AT, REASON).state();
        var later = Instant.parse("2027-12-05T12:00:00Z");
        assertThat(Renewals.overdue(suspended, later)).isEmpty();
        var reinstated = suspended.reinstate(ADMIN_2, later, null);
        assertThat(due(reinstated)).hasSize(1).allMatch(at -> at.isBefore(later));
        assertThat(Renewals.overdue(reinstated.state(), later)).isPresent();
        assertThat(lapsed().suspend(ADMIN, LAPSES_AT, REASON).state().status()).isEqualTo(OrganizationStatus.SUSPENDED);
    }

    private static List<Instant> due(Change<?> change) {
        return change.due().stream()
                .filter(due -> due.kind().equals(Renewals.CONFIRMATION))
                .map(due -> requireNonNull(due.at()))
                .toList();
    }

    private static Confirmation confirmation(Organization organization) {
        return requireNonNull(organization.entry().confirmation());
    }

    private static Organization lapsed() {
        return Renewals.overdue(verified(), LAPSES_AT).orElseThrow().state();
    }

    private static Organization verified() {
        return Verified.of("id", "slug", profile("a"), OWNER, VERIFIED_AT);
    }

    private static OrganizationProfile profile(String name) {
        return Profiles.profile(name, "001234567890123", OrganizationKind.STARTUP);
    }

    private static void assertRefused(String code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
