package ma.maydan.incubators;

import static ma.maydan.incubators.Service.API;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;

/** Requests that many tests make, and the ways to the states that they start from. */
public final class Flows {

    private static final AtomicLong ICES = new AtomicLong(1_000_000_000_000L + System.nanoTime() % 1_000_000_000L);

    /** A document, as its content says. */
    public static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

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

    /** What an owner declares. */
    public static Map<String, Object> declaration() {
        return Map.of("declaration", "2026-1", "language", "fr");
    }

    /** A draft with each document that it needs. */
    public static Answer documented(Api owner, Answer draft) {
        var now = draft;
        var path = "/api/v1/organizations/" + draft.id();
        for (var item : owner.get(path + "/case").expect(200).body().path("checkList")) {
            if (item.path("required").asBoolean() && !item.has("paper")) {
                now = owner.putFile(path + "/evidence?item=" + item.path("item").asString(), PDF, null, now.version())
                        .expect(200);
            }
        }
        return now;
    }

    /** Submits a draft with all that it needs. */
    public static Answer submitted(Api owner, Answer draft) {
        return owner.post(
                        "/api/v1/organizations/" + draft.id() + "/submit",
                        declaration(),
                        documented(owner, draft).version())
                .expect(200);
    }

    public static Answer underReview(String owner, Map<String, Object> body) {
        var draft = API.person(owner).create("/api/v1/organizations", body).expect(201);
        var submitted = submitted(API.person(owner), draft);
        return checked(API.officer("officer"), take(API.officer("officer"), submitted), "PASS");
    }

    public static Answer take(Api officer, Answer submitted) {
        return officer.post("/api/v1/organizations/" + submitted.id() + "/take", submitted.version())
                .expect(200);
    }

    /** Says what came of looking at it: everything passes, but perhaps the last. */
    public static Answer checked(Api taker, Answer taken, String last) {
        var checks = Stream.of("REGISTER_EXTRACT", "LEGAL_REPRESENTATIVE", "ADDRESS", "ACTIVITY", "SANCTIONS")
                .map(check -> Map.of(
                        "check", check, "result", check.equals("SANCTIONS") ? last : "PASS", "reason", "Liste du jour"))
                .toList();
        return taker.put("/api/v1/organizations/" + taken.id() + "/checks", Map.of("checks", checks), taken.version())
                .expect(200);
    }

    /** The same of one that the officer has, of which something fails. */
    public static Answer failed(Answer taken) {
        return checked(API.officer("officer"), taken, "FAIL");
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
