package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The seven steps of the portal's main job, through the gateway's API, each as the person whose step it is. */
class PortalFlowIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Portal portal = Portal.running();

    @Test
    void anIncubatorIsVerifiedPublishesBecomesAPartnerIsSuspendedAndComesBack() {
        var incubator = portal.as("incubator");
        var admin = portal.as("admin");

        // A new organization is verified by two different persons.
        var submitted = Steps.submittedOrganization(portal, "incubator", "INCUBATOR");
        var id = submitted.id();
        var organization = "/organizations/" + id;
        portal.anonymous().get(organization).expect(404);
        assertThat(portal.as("officer")
                        .get("/verification-cases?limit=100")
                        .expect(200)
                        .body()
                        .toString())
                .contains(id);
        var taken = Steps.taken(portal.as("officer"), submitted);
        portal.as("officer").post(organization + "/verify", taken.version()).expect(403);
        var verified = admin.post(organization + "/verify", taken.version()).expect(200);
        assertThat(verified.text("registrationStatus")).isEqualTo("VERIFIED");
        portal.anonymous().get(organization).expect(200);

        // It lists a program and an event; the admin publishes both.
        var program = incubator.create("/programs", """
            {"organizationId":"%s","title":{"fr":"Cohorte","ar":"فوج","en":"Cohort"},
             "summary":{"fr":"Un programme","ar":"برنامج","en":"A program"},"kind":"INCUBATION",
             "mode":"HYBRID","sectors":["AI"],"languages":["fr","ar"]}
            """.formatted(id)).expect(201);
        var programPath = "/programs/" + program.id();
        var inReview =
                incubator.post(programPath + "/submit", program.version()).expect(200);
        admin.post(programPath + "/publish", inReview.version()).expect(200);
        var event = Steps.publishedEvent(portal, "incubator", id, 1);
        var eventPath = "/events/" + event.id();
        assertThat(portal.anonymous()
                        .get("/programs?organizationId=" + id)
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(portal.anonymous().get("/events?organizationId=" + id).body().path("items"))
                .hasSize(1);

        // One seat: the first has it, the second waits, and gets it when the first cancels.
        var seat =
                portal.as("startup").create(eventPath + "/registrations", "{}").expect(201);
        var waiting =
                portal.as("startup2").create(eventPath + "/registrations", "{}").expect(201);
        assertThat(seat.text("status")).isEqualTo("CONFIRMED");
        assertThat(waiting.text("status")).isEqualTo("WAITLISTED");
        portal.as("startup")
                .post("/registrations/" + seat.id() + "/cancel", seat.version())
                .expect(200);
        assertThat(portal.as("startup2").get("/registrations/" + waiting.id()).text("status"))
                .isEqualTo("CONFIRMED");
        portal.as("startup").get("/registrations/" + waiting.id()).expect(404);

        // The partnership that the owner proposes and an admin approves shows as a badge, by Kafka.
        var proposal = Steps.eventually(
                () -> incubator.create("/partnerships", """
                    {"title":{"fr":"Partenariat","ar":"شراكة","en":"Partnership"},
                     "objectives":{"fr":"Des ateliers","ar":"ورشات","en":"Workshops"},"lever":"ECOSYSTEM",
                     "type":"FRAMEWORK","proposerOrganizationId":"%s","startsOn":"%s","endsOn":"%s"}
                    """.formatted(
                                id, Morocco.today(), Morocco.today().plusYears(1))),
                201);
        var partnership = "/partnerships/" + proposal.id();
        var underReview =
                incubator.post(partnership + "/submit", proposal.version()).expect(200);
        incubator.post(partnership + "/approve", underReview.version()).expect(403);
        var active = admin.post(partnership + "/approve", underReview.version()).expect(200);
        assertThat(active.text("status")).isEqualTo("ACTIVE");
        soon(() -> portal.anonymous().get(organization).body().path("partner").asBoolean());
        soon(() -> portal.anonymous().get(eventPath).body().path("hostPartner").asBoolean());

        // Suspended, everything of it leaves the public lists; reinstated, it comes back.
        var current = admin.get(organization).expect(200);
        var suspended = admin.post(organization + "/suspend", Steps.REASON, current.version())
                .expect(200);
        soon(() -> portal.anonymous().get(eventPath).status() == 404);
        soon(() -> portal.anonymous()
                .get("/events?organizationId=" + id)
                .body()
                .path("items")
                .isEmpty());
        soon(() -> portal.anonymous()
                .get("/programs?organizationId=" + id)
                .body()
                .path("items")
                .isEmpty());
        soon(() -> admin.get(partnership).text("status").equals("SUSPENDED"));
        assertThat(incubator
                        .get(organization)
                        .body()
                        .at("/decision/reasonText/ar")
                        .asString(""))
                .isEqualTo("سبب");
        soon(() -> !admin.get(organization).body().path("partner").asBoolean());
        portal.as("admin2")
                .post(
                        organization + "/reinstate",
                        Steps.REASON,
                        portal.as("admin2").get(organization).version())
                .expect(200);
        assertThat(suspended.text("registrationStatus")).isEqualTo("SUSPENDED");
        soon(() -> portal.anonymous().get(eventPath).status() == 200);
        soon(() -> admin.get(partnership).text("status").equals("ACTIVE"));
        soon(() -> portal.anonymous().get(organization).body().path("partner").asBoolean());
        assertThat(portal.anonymous()
                        .get("/programs?organizationId=" + id)
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void aRefusalGivesAReasonThatTheOwnerReads() {
        var submitted = Steps.submittedOrganization(portal, "startup", "STARTUP");
        var path = "/organizations/" + submitted.id();
        var taken = portal.as("officer")
                .put(
                        path + "/checks",
                        Steps.checks("FAIL"),
                        Steps.taken(portal.as("officer"), submitted).version())
                .expect(200);
        portal.as("admin").post(path + "/reject", "{}", taken.version()).expect(422);

        portal.as("admin").post(path + "/reject", Steps.REASON, taken.version()).expect(200);

        assertThat(portal.as("startup")
                        .get(path)
                        .body()
                        .at("/decision/reasonText/fr")
                        .asString(""))
                .isEqualTo("Motif");
        portal.as("startup2").get(path).expect(404);
    }

    @Test
    void aPartnersMachineReadsEventsAndNothingElse() {
        var machine = portal.machine("events.read");

        machine.get("/events").expect(200);
        assertThat(machine.get("/programs").expect(403).text("code")).isEqualTo("insufficient-scope");
        machine.get("/me/registrations").expect(403);
        assertThat(machine.create("/events", Steps.eventBody(UUID.randomUUID().toString(), 1))
                        .status())
                .isEqualTo(403);
    }

    private static void soon(BooleanSupplier holds) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(100)).until(holds::getAsBoolean);
    }
}
