package ma.maydan.incubators.membership;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ma.maydan.incubators.Profiles;
import ma.maydan.incubators.organization.Entry;
import ma.maydan.incubators.organization.Member;
import ma.maydan.incubators.organization.Membership;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.OrganizationStatus;
import ma.maydan.incubators.organization.Verification;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.testkit.rules.LifeCycleTable;
import org.junit.jupiter.api.Test;

class LifeCyclesTest {

    private static final Instant NOW = Instant.parse("2026-12-10T10:00:00Z");

    private final Organization organization = organization();

    @Test
    void whoMayDoWhatWithAnInvitation() {
        LifeCycleTable.assertHeld(
                LifeCyclesTest.class,
                "invitation-life-cycle.txt",
                InvitationTransition.values(),
                InvitationTransition::code,
                Stream.concat(Stream.of("PENDING-OWNER"), names(Invitation.Status.values()))
                        .toList(),
                (transition, state, actor) -> InvitationTransition.LIFE_CYCLE.require(
                        transition, new InvitationSituation(invitation(state), organization, actor(actor), NOW)));
    }

    @Test
    void whoMayDoWhatWithARequestToJoin() {
        LifeCycleTable.assertHeld(
                LifeCyclesTest.class,
                "join-request-life-cycle.txt",
                AdmissionTransition.values(),
                AdmissionTransition::code,
                names(Admission.Status.values()).toList(),
                (transition, state, actor) -> AdmissionTransition.LIFE_CYCLE.require(
                        transition, new AdmissionSituation(admission(state), organization, actor(actor), NOW)));
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }

    private static Actor actor(String name) {
        return switch (name) {
            case "bearer" -> new Actor(null, false, false, null, false, true);
            case "asked" -> new Actor("asked", false, false).of("asked");
            case "officer" -> new Actor("officer", true, false);
            case "machine" -> new Actor(null, false, false);
            default -> new Actor(name, false, false);
        };
    }

    private static Invitation invitation(String state) {
        var role = state.equals("PENDING-OWNER") ? MemberRole.OWNER : MemberRole.EDITOR;
        var status = Invitation.Status.valueOf(state.replace("-OWNER", ""));
        var invited = new Invitation.Invited(
                Invitation.Kind.MEMBERSHIP, role, "asked@example.org", Language.FRENCH, null, "key");
        return new Invitation(
                "id",
                1,
                "organization",
                invited,
                new Invitation.Inviter("owner", NOW, null),
                new Invitation.Stage(status, NOW.plusSeconds(1), 1, null),
                NOW);
    }

    private static Admission admission(String state) {
        return new Admission(
                "id",
                1,
                "organization",
                new Admission.Asker("asked", NOW, "key", null),
                new Admission.Stage(Admission.Status.valueOf(state), NOW.plusSeconds(1), null, null),
                NOW);
    }

    private static Organization organization() {
        var profile = Profiles.profile("Atlas", null, OrganizationKind.STARTUP);
        var members = Stream.of(MemberRole.values())
                .map(role -> new Member(role.name().toLowerCase(Locale.ROOT), role))
                .toList();
        return new Organization(
                "organization",
                1,
                new Membership(members, null),
                profile,
                Entry.of("slug", profile, NOW),
                new Verification(OrganizationStatus.VERIFIED, List.of(), null, null, null, null, null),
                NOW);
    }
}
