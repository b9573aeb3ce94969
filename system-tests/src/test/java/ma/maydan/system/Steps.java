package ma.maydan.system;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import org.awaitility.Awaitility;

/** What people do again and again in these tests, each as the person whose step it is. */
final class Steps {

    static final String REASON =
            "{\"reasonCode\":\"OTHER\",\"reasonText\":{\"ar\":\"سبب\",\"fr\":\"Motif\",\"en\":\"Reason\"}}";

    private Steps() {}

    static String organizationBody(String name, String kind) {
        return """
            {"legalName":{"ar":"%s","fr":"%s","en":"%s"},"kinds":["%s"],"region":"MA-06","ice":"%015d"}
            """.formatted(
                        name,
                        name,
                        name,
                        kind,
                        Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 900_000_000_000_000L) + 1);
    }

    /** A document, as its content says. */
    static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    static final String DECLARATION = "{\"declaration\":\"2026-1\",\"language\":\"fr\"}";

    /** Given each document that it needs. */
    static Answer documented(Api owner, Answer draft) {
        var now = draft;
        var path = "/organizations/" + draft.id();
        for (var item : owner.get(path + "/case").expect(200).body().path("checkList")) {
            if (item.path("required").asBoolean() && !item.has("paper")) {
                now = owner.putFile(path + "/evidence?item=" + item.path("item").asString(), PDF, null, now.version())
                        .expect(200);
            }
        }
        return now;
    }

    /** The same, and submitted. */
    static Answer submitted(Api owner, Answer draft) {
        return owner.post(
                        "/organizations/" + draft.id() + "/submit",
                        DECLARATION,
                        documented(owner, draft).version())
                .expect(200);
    }

    static Answer submittedOrganization(Portal portal, String owner, String kind) {
        var name = "Org " + UUID.randomUUID();
        var draft = portal.as(owner)
                .create("/organizations", organizationBody(name, kind))
                .expect(201);
        return submitted(portal.as(owner), draft);
    }

    static final String CHECKS = checks("PASS");

    /** What came of looking at an organization: all the same. */
    static String checks(String result) {
        return Stream.of("REGISTER_EXTRACT", "LEGAL_REPRESENTATIVE", "ADDRESS", "ACTIVITY", "SANCTIONS")
                .map(check -> "{\"check\":\"%s\",\"result\":\"%s\",\"reason\":\"Liste\"}".formatted(check, result))
                .collect(Collectors.joining(",", "{\"checks\":[", "]}"));
    }

    /** Taken by this officer, who finds that everything passes. */
    static Answer taken(Api officer, Answer submitted) {
        var path = "/organizations/" + submitted.id();
        var taken = officer.post(path + "/take", submitted.version()).expect(200);
        return officer.put(path + "/checks", CHECKS, taken.version()).expect(200);
    }

    /** Taken by the officer, verified by the admin. */
    /** As if it had been verified twelve months before this day. */
    static void toBeConfirmed(Portal portal, String organization, LocalDate day) {
        try (var mongo = MongoClients.create(portal.stack().url("mongodb"))) {
            mongo.getDatabase("maydan_incubators")
                    .getCollection("organizations")
                    .updateOne(
                            Filters.eq("_id", organization), Updates.set("entry.confirmation.nextOn", day.toString()));
        }
    }

    static Answer verifiedOrganization(Portal portal, String owner, String kind) {
        var submitted = submittedOrganization(portal, owner, kind);
        var path = "/organizations/" + submitted.id();
        var taken = taken(portal.as("officer"), submitted);
        return portal.as("admin").post(path + "/verify", taken.version()).expect(200);
    }

    static String eventBody(String host, int capacity) {
        var start = LocalDateTime.now(ZoneOffset.UTC).plusDays(10).withSecond(0).withNano(0);
        return """
            {"hostOrganizationId":"%s","title":{"ar":"ورشة","fr":"Atelier","en":"Workshop"},"kind":"WORKSHOP",
             "format":"IN_PERSON","startsAtLocal":"%s","endsAtLocal":"%s","zone":"Africa/Casablanca",
             "venue":{"ar":"تكنوبارك","fr":"Technopark"},"capacity":%d}
            """.formatted(host, start, start.plusHours(2), capacity);
    }

    /** Created for the organization by its owner, published by the admin. */
    static Answer publishedEvent(Portal portal, String owner, String host, int capacity) {
        return publishedEvent(portal, owner, eventBody(host, capacity));
    }

    /** The same, as its owner says it. */
    static Answer publishedEvent(Portal portal, String owner, String body) {
        var draft = eventually(() -> portal.as(owner).create("/events", body), 201);
        var path = "/events/" + draft.id();
        var submitted = portal.as(owner).post(path + "/submit", draft.version()).expect(200);
        return portal.as("admin").post(path + "/publish", submitted.version()).expect(200);
    }

    /** The first answer with this status: for what another service learns by an event. */
    /** An import once it has come so far. */
    static Answer imported(Api officer, String id, String status) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> officer.get("/imports/" + id).expect(200),
                        answer -> answer.text("status").equals(status));
    }

    static Answer eventually(Supplier<Answer> call, int status) {
        return eventually(call, status, 15);
    }

    static Answer eventually(Supplier<Answer> call, int status, int seconds) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(seconds))
                .pollInterval(Duration.ofMillis(100))
                .until(call::get, answer -> answer.status() == status);
    }
}
