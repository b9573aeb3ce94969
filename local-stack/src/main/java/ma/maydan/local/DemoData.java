package ma.maydan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads {@code demo-data.json} through the gateway's API, as the demo accounts, each step by whoever may take it. Every
 * creation has a fixed idempotency key, so a load that was interrupted is taken up again. All of it is invented, and
 * says DEMO; the cluster itself is a factual example.
 */
final class DemoData {

    private static final JsonMapper JSON = JsonMapper.shared();
    private final DemoApi api;
    private final Path marker;
    private static final String TRUST = """
        {"reasonCode":"KEEPS_THE_RULES","reasonText":{"ar":"مؤسسة المجمع نفسه","fr":"L'organisation du cluster","en":"The cluster's own organization"}}
        """;

    private static final String CHECKS = """
        {"checks":[{"check":"REGISTER_EXTRACT","result":"PASS"},{"check":"LEGAL_REPRESENTATIVE","result":"PASS"},
         {"check":"ADDRESS","result":"PASS"},{"check":"ACTIVITY","result":"PASS"},
         {"check":"SANCTIONS","result":"WAIVED","reason":"DEMO"}]}
        """;

    private static final String DECLARATION = """
        {"declaration":"2026-1","language":"fr"}
        """;

    private final Map<String, String> organizationIds = new HashMap<>();

    DemoData(String gateway, String keycloak, Path data) {
        this.api = new DemoApi(gateway, keycloak);
        this.marker = data.resolve("demo-data-loaded");
    }

    void loadOnce(Consumer<String> progress) {
        if (Files.exists(marker)) {
            return;
        }
        var began = System.nanoTime();
        var demo = read();
        demo.path("organizations").forEach(this::organization);
        demo.path("asked").forEach(this::asked);
        demo.path("programs").forEach(this::program);
        demo.path("speakers").forEach(this::speaker);
        demo.path("events").forEach(this::event);
        demo.path("partnerships").forEach(this::partnership);
        try {
            Files.createFile(marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.accept("  %-20s loaded in   %4.1f s".formatted("demo data", (System.nanoTime() - began) / 1e9));
    }

    private void organization(JsonNode demo) {
        var owner = demo.path("owner").asString();
        var created = api.create(owner, "/organizations", demo, demo.path("body"));
        organizationIds.put(
                demo.path("key").asString(), created.body().path("id").asString());
        if (demo.path("draft").asBoolean(false)) {
            return;
        }
        var path = "/organizations/" + created.body().path("id").asString();
        // Two persons decide, and neither belongs to the organization.
        document(owner, path);
        api.advance(path, api.current(owner, path), "DRAFT", owner, "submit", DECLARATION);
        api.advance(path, api.current("officer", path), "SUBMITTED", "officer", "take");
        check(path);
        api.advance(path, api.current("admin", path), "UNDER_REVIEW", "admin", "verify");
        if (demo.path("trusted").asBoolean(false)) {
            trust(path);
        }
        api.depict(owner, path, "logo", DemoPicture.draw(demo.path("key").asString(), 320, 320));
    }

    /** The officer has looked at each side of it. */
    private void check(String path) {
        var now = api.current("officer", path).body();
        if (now.path("registrationStatus").asString().equals("UNDER_REVIEW")) {
            api.put("officer", path + "/checks", now, JSON.readTree(CHECKS));
        }
    }

    /** Gives each document that is needed. */
    private void document(String owner, String path) {
        for (var item : api.current(owner, path + "/case").body().path("checkList")) {
            if (item.path("required").asBoolean() && !item.has("paper")) {
                var evidence = path + "/evidence?item=" + item.path("item").asString();
                api.send(
                        owner,
                        evidence,
                        api.current(owner, path).body(),
                        DemoPicture.fileAlone(DemoPicture.draw(evidence, 320, 320)));
            }
        }
    }

    /** Somebody is asked to join an organization, or asks to. */
    private void asked(JsonNode demo) {
        var organization = organizationIds.get(demo.path("organization").asString());
        var path = "/organizations/" + organization + "/" + demo.path("as").asString();
        api.create(demo.path("who").asString(), path, demo, demo.path("body"));
    }

    private void program(JsonNode demo) {
        var created =
                api.create(demo.path("owner").asString(), "/programs", demo, withOrganization(demo, "organizationId"));
        publish(
                demo.path("owner").asString(),
                "/programs/" + created.body().path("id").asString(),
                created,
                "IN_REVIEW");
    }

    private void event(JsonNode demo) {
        var start = LocalDate.now(ZoneOffset.UTC)
                .plusDays(demo.path("inDays").asInt())
                .atTime(LocalTime.parse(demo.path("at").asString()));
        var body = (tools.jackson.databind.node.ObjectNode) withOrganization(demo, "hostOrganizationId");
        body.put("startsAtLocal", start.toString());
        body.put("endsAtLocal", start.plusHours(demo.path("hours").asInt()).toString());
        body.put("zone", "Africa/Casablanca");
        var owner = demo.path("owner").asString();
        var created = api.create(owner, "/events", demo, body);
        var path = "/events/" + created.body().path("id").asString();
        if (demo.has("series")) {
            series(owner, path, demo.path("series"));
        } else {
            publish(owner, path, created, "SUBMITTED");
        }
        demo.path("coHosts").forEach(one -> coHost(owner, path, one));
        if (demo.has("movedByDays")) {
            var days = demo.path("movedByDays").asInt();
            body.put("startsAtLocal", start.plusDays(days).toString());
            body.put(
                    "endsAtLocal",
                    start.plusDays(days).plusHours(demo.path("hours").asInt()).toString());
            propose(owner, path, body);
        }
        api.depict(owner, path, "image", DemoPicture.draw(demo.path("key").asString(), 1280, 720));
    }

    /** The same on further days, all of them published together. */
    private void series(String owner, String path, JsonNode weeks) {
        var draft = api.current(owner, path);
        if (draft.body().path("status").asString().equals("DRAFT")
                && !draft.body().has("seriesId")) {
            api.put(owner, path + "/series", draft.body(), weeks);
        }
        api.advance(path, api.current(owner, path), "DRAFT", owner, "submit?dates=ALL");
        api.advance(path, api.current("admin", path), "SUBMITTED", "admin", "publish?dates=ALL");
    }

    /** Invited, and accepts where one of its people is named. */
    private void coHost(String owner, String path, JsonNode demo) {
        var at = path + "/co-hosts/"
                + organizationIds.get(demo.path("organization").asString());
        var now = api.current(owner, path).body();
        if (now.path("coHosts").isEmpty()) {
            api.put(owner, at, now, JSON.createObjectNode());
            if (demo.has("acceptedBy")) {
                var by = demo.path("acceptedBy").asString();
                api.post(by, at + "/accept", api.current(by, path).body(), "");
            }
        }
    }

    /** A change of what is published, which waits for the cluster. */
    private void propose(String owner, String path, JsonNode body) {
        var now = api.current(owner, path).body();
        if (now.path("status").asString().equals("PUBLISHED") && !now.has("proposal")) {
            api.put(owner, path, now, body);
        }
    }

    private void trust(String path) {
        var now = api.current("admin", path).body();
        if (!now.path("trusted").asBoolean(false)) {
            api.post("admin", path + "/trust", now, TRUST);
        }
    }

    private void speaker(JsonNode demo) {
        var owner = demo.path("owner").asString();
        var created = api.create(owner, "/speakers", demo, withOrganization(demo, "organizationId"));
        api.advance("/speakers/" + created.body().path("id").asString(), created, "DRAFT", owner, "publish");
    }

    private void partnership(JsonNode demo) {
        var owner = demo.path("owner").asString();
        var body = (tools.jackson.databind.node.ObjectNode) withOrganization(demo, "proposerOrganizationId");
        var today = LocalDate.now(ZoneOffset.UTC);
        body.put("startsOn", today.toString());
        body.put("endsOn", today.plusYears(2).toString());
        var created = api.create(owner, "/partnerships", demo, body);
        var path = "/partnerships/" + created.body().path("id").asString();
        api.advance(path, created, "DRAFT", owner, "submit");
        api.advance(path, api.current("admin", path), "UNDER_REVIEW", "admin", "approve");
    }

    private void publish(String owner, String path, DemoApi.Answer created, String submitted) {
        api.advance(path, created, "DRAFT", owner, "submit");
        api.advance(path, api.current("admin", path), submitted, "admin", "publish");
    }

    private JsonNode withOrganization(JsonNode demo, String field) {
        var body = (tools.jackson.databind.node.ObjectNode) demo.path("body").deepCopy();
        return body.put(field, organizationIds.get(demo.path("organization").asString()));
    }

    private static JsonNode read() {
        try (var file = DemoData.class.getResourceAsStream("/demo-data.json")) {
            if (file == null) {
                throw new IllegalStateException("demo-data.json is part of this module");
            }
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
