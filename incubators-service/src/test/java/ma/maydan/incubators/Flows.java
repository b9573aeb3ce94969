package ma.maydan.incubators;

import static ma.maydan.incubators.Service.API;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import ma.maydan.testkit.api.Answer;

/** Requests that many tests make, and the ways to the states that they start from. */
public final class Flows {

    private static final AtomicLong ICES = new AtomicLong(1_000_000_000_000L + System.nanoTime() % 1_000_000_000L);

    private Flows() {}

    public static String newPerson() {
        return "person-" + UUID.randomUUID();
    }

    public static String newIce() {
        return "%015d".formatted(ICES.incrementAndGet());
    }

    /** The body of a valid organization, to change as a test needs. */
    public static Map<String, Object> organization(String... kinds) {
        var body = new HashMap<String, Object>();
        body.put("legalName", Map.of("fr", "Société Démo " + UUID.randomUUID(), "ar", "شركة تجريبية"));
        body.put("kinds", List.of(kinds));
        body.put("ice", newIce());
        body.put("region", "MA-06");
        return body;
    }

    /** The body of a valid program, to change as a test needs. */
    public static Map<String, Object> program(String organizationId) {
        var body = new HashMap<String, Object>();
        body.put("organizationId", organizationId);
        body.put("title", Map.of("fr", "Programme démo"));
        body.put("summary", Map.of("fr", "Six mois d’accompagnement"));
        body.put("kind", "INCUBATION");
        body.put("mode", "HYBRID");
        body.put("sectors", List.of("FINTECH", "AI"));
        body.put("languages", List.of("ar", "fr"));
        return body;
    }

    public static Map<String, Object> reason() {
        return Map.of(
                "reasonCode",
                "INCOMPLETE_EVIDENCE",
                "reasonText",
                Map.of("fr", "Le registre manque", "ar", "السجل ناقص"));
    }

    public static Answer draft(String owner, String... kinds) {
        return API.person(owner)
                .create("/api/v1/organizations", organization(kinds))
                .expect(201);
    }

    public static Answer underReview(String owner, Map<String, Object> body) {
        var draft = API.person(owner).create("/api/v1/organizations", body).expect(201);
        var path = "/api/v1/organizations/" + draft.id();
        var submitted =
                API.person(owner).post(path + "/submit", draft.version()).expect(200);
        return API.officer("officer").post(path + "/take", submitted.version()).expect(200);
    }

    public static Answer verified(String owner, String... kinds) {
        var taken = underReview(owner, organization(kinds));
        return API.admin("admin")
                .post("/api/v1/organizations/" + taken.id() + "/verify", taken.version())
                .expect(200);
    }

    public static Answer programInReview(String owner, String organizationId) {
        var draft = API.person(owner)
                .create("/api/v1/programs", program(organizationId))
                .expect(201);
        return API.person(owner)
                .post("/api/v1/programs/" + draft.id() + "/submit", draft.version())
                .expect(200);
    }

    public static Answer published(String owner, String organizationId) {
        var submitted = programInReview(owner, organizationId);
        return API.officer("officer")
                .post("/api/v1/programs/" + submitted.id() + "/publish", submitted.version())
                .expect(200);
    }
}
