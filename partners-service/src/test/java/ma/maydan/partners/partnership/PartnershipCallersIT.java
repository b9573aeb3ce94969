package ma.maydan.partners.partnership;

import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.partners.PartnersIT;
import ma.maydan.testkit.api.Answer;
import org.junit.jupiter.api.Test;

/** Who may see, propose and decide what. */
class PartnershipCallersIT extends PartnersIT {

    @Test
    void whatIsNotInForceIsForItsPartiesAndTheStaff() {
        var draft = draft(incubator());
        var path = PATH + "/" + draft.id();
        known(anOrganization().ownedBy("stranger"));

        for (var stranger : List.of(api, api.person("stranger"), api.machine("partnerships.read"))) {
            var answer = stranger.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("not-found");
        }
        assertThat(api.person("stranger").put(path, Map.of(), 1).status()).isEqualTo(422);
        assertThat(api.person("stranger")
                        .put(path, proposal(anOrganization().ownedBy("stranger")), 1)
                        .status())
                .isEqualTo(404);
        for (var step : List.of("submit", "withdraw")) {
            assertThat(step(api.person("stranger"), draft, step).status()).isEqualTo(404);
        }
        assertThat(api.officer("officer2").get(path).status()).isEqualTo(200);
        assertThat(api.person("officer").get(path).status()).isEqualTo(200);
        assertThat(api.person("stranger").get(PATH + "/none").status()).isEqualTo(404);
    }

    @Test
    void theReasonsOfADecisionAreForThePartiesAndTheStaff() {
        var active = active(incubator());
        assertThat(active.body().has("decision")).isFalse();
        var suspended = reasoned(api.admin("admin2"), active, "suspend").expect(200);

        assertThat(api.person(owner).get(PATH + "/" + suspended.id()).at("/decision/reasonCode"))
                .isEqualTo("INCOMPLETE_EVIDENCE");
        assertThat(api.person("stranger").get(PATH + "/" + suspended.id()).status())
                .isEqualTo(404);
    }

    @Test
    void onlyAnOwnerOfAVerifiedOrganizationProposes() {
        var incubator = known(anOrganization()
                .ownedBy(owner)
                .withMembers(Map.of(owner, "OWNER", "editor", "EDITOR", "manager", "ADMIN")));
        for (var member : List.of("editor", "manager")) {
            assertThat(api.person(member).create(PATH, proposal(incubator)).status())
                    .isEqualTo(403);
        }
        assertThat(api.person("editor").get(PATH + "/" + draft(incubator).id()).allowedTransitions())
                .isEmpty();
        invalid(
                api.person("stranger").create(PATH, proposal(incubator)),
                "/proposerOrganizationId",
                "not-your-organization");
        invalid(
                api.person(owner).create(PATH, proposal(anOrganization().ownedBy(owner))),
                "/proposerOrganizationId",
                "not-your-organization");

        var unverified = known(anOrganization().ownedBy(owner).at(1, "SUBMITTED"));
        var refused = api.person(owner).create(PATH, proposal(unverified));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("organization-not-verified");
    }

    @Test
    void thePartnerIsAnotherVerifiedOrganization() {
        var rector = "rector-" + owner;
        var incubator = incubator();
        var body = proposal(incubator);
        body.put("partnerOrganizationId", incubator.id());
        invalid(api.person(owner).create(PATH, body), "/partnerOrganizationId", "own-organization");
        body.put("partnerOrganizationId", "nothing");
        invalid(api.person(owner).create(PATH, body), "/partnerOrganizationId", "unknown-partner");
        body.put(
                "partnerOrganizationId",
                known(anOrganization().ownedBy("other").at(1, "SUSPENDED")).id());
        invalid(api.person(owner).create(PATH, body), "/partnerOrganizationId", "unknown-partner");

        var university = known(anOrganization().ownedBy(rector).withKind("UNIVERSITY"));
        body.put("partnerOrganizationId", university.id());
        var draft = api.person(owner).create(PATH, body).expect(201);
        assertThat(draft.at("/parties/1/organizationId")).isEqualTo(university.id());
        var forPartner = api.person(rector).get(PATH + "/" + draft.id()).expect(200);
        assertThat(forPartner.allowedTransitions()).isEmpty();
        assertThat(step(api.person(rector), draft, "submit").code()).isEqualTo("forbidden");
        assertThat(api.person(rector).get("/api/v1/me/partnerships").ids()).containsExactly(draft.id());
    }

    @Test
    void theProposerDoesNotApproveEvenAsAnAdmin() {
        var submitted = underReview(incubator());

        var asAdmin = api.admin(owner);
        assertThat(asAdmin.get(PATH + "/" + submitted.id()).allowedTransitions())
                .containsExactly("withdraw");
        for (var refused : List.of(
                step(asAdmin, submitted, "approve"),
                reasoned(asAdmin, submitted, "reject"),
                reasoned(asAdmin, submitted, "request-changes"))) {
            assertThat(refused.code()).isEqualTo("conflict-of-interest");
        }
        assertThat(read(submitted).text("status")).isEqualTo("UNDER_REVIEW");
    }

    @Test
    void anAdminWhoBelongsToAPartyDecidesNothing() {
        var incubator = known(anOrganization().ownedBy(owner).withMembers(Map.of(owner, "OWNER", "cousin", "VIEWER")));
        var submitted = underReview(incubator);

        assertThat(step(api.admin("cousin"), submitted, "approve").code()).isEqualTo("conflict-of-interest");
        assertThat(reasoned(api.admin("cousin"), submitted, "reject").code()).isEqualTo("conflict-of-interest");
        var active = step(api.admin("admin2"), submitted, "approve").expect(200);
        assertThat(reasoned(api.admin("cousin"), active, "suspend").code()).isEqualTo("conflict-of-interest");
        assertThat(api.admin("cousin").get(PATH + "/" + active.id()).allowedTransitions())
                .isEmpty();
    }

    @Test
    void anAdminWhoBelongsToTheClusterDecides() {
        step(api.admin("admin"), underReview(incubator()), "approve").expect(200);
    }

    @Test
    void anAdminWhoBelongsToAnotherClusterThatIsAPartyDecidesNothing() {
        var other = known(anOrganization()
                .ownedBy("rival")
                .withId("ffffffff-" + UUID.randomUUID())
                .withKind("CLUSTER"));
        var body = proposal(incubator());
        body.put("partnerOrganizationId", other.id());
        var draft = api.person(owner).create(PATH, body).expect(201);
        var submitted = step(api.person(owner), draft, "submit").expect(200);

        assertThat(step(api.admin("rival"), submitted, "approve").code()).isEqualTo("conflict-of-interest");
    }

    @Test
    void whoCallsItselfTheClusterIsNotTheCluster() {
        var impostor = known(anOrganization()
                .ownedBy("rival")
                .withId("00000000-0" + UUID.randomUUID())
                .withKind("CLUSTER"));
        assertThat(impostor.id()).isLessThan(CLUSTER.id());
        assertThat(draft(incubator()).at("/parties/1/organizationId")).isEqualTo(CLUSTER.id());
    }

    @Test
    void anOfficerWhoIsNoAdminReadsAndDecidesNothing() {
        var submitted = underReview(incubator());
        var officer = api.officer("officer2");
        for (var refused : List.of(
                step(officer, submitted, "approve"),
                reasoned(officer, submitted, "reject"),
                reasoned(officer, submitted, "request-changes"),
                reasoned(officer, submitted, "suspend"),
                step(officer, submitted, "resume"),
                step(api.person(owner), submitted, "approve"))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("forbidden");
        }
        assertThat(officer.get("/api/v1/partnership-reviews?limit=100").ids()).contains(submitted.id());
        assertThat(api.person(owner).get("/api/v1/partnership-reviews").status())
                .isEqualTo(403);
        assertThat(officer.get(PATH + "/" + submitted.id()).allowedTransitions())
                .isEmpty();
    }

    @Test
    void whoIsNotSignedInReadsThePublicListAlone() {
        var draft = draft(incubator());
        assertThat(api.get(PATH).status()).isEqualTo(200);
        for (var refused : List.of(
                api.create(PATH, "{}"),
                api.put(PATH + "/" + draft.id(), "{}", 1),
                step(api, draft, "submit"),
                step(api, draft, "approve"),
                reasoned(api, draft, "suspend"),
                api.get("/api/v1/me/partnerships"),
                api.get("/api/v1/partnership-reviews"))) {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.code()).isEqualTo("unauthorized");
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @Test
    void aMachineReadsWhatItsScopeNamesAndWritesNothing() {
        var active = active(incubator());
        var machine = api.machine("partnerships.read");
        machine.get(PATH).expect(200);
        assertThat(machine.get(PATH + "/" + active.id()).expect(200).allowedTransitions())
                .isEmpty();

        var without = api.machine("events.read", "programs.read").get(PATH);
        assertThat(without.status()).isEqualTo(403);
        assertThat(without.code()).isEqualTo("insufficient-scope");
        assertThat(without.header("WWW-Authenticate")).contains("scope=\"partnerships.read\"");
        for (var refused : List.of(
                machine.create(PATH, "{}"),
                machine.get("/api/v1/me/partnerships"),
                machine.get("/api/v1/partnership-reviews"),
                reasoned(machine, active, "suspend"),
                api.machine("partnerships.read", "mnc-admin").get("/api/v1/partnership-reviews"))) {
            assertThat(refused.status()).isEqualTo(403);
        }
    }

    private static void invalid(Answer answer, String pointer, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("validation-failed");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
        assertThat(answer.at("/errors/0/detail")).isNotBlank();
    }
}
