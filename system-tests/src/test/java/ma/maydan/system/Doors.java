package ma.maydan.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.api.OpenApiDocument;

/** The two ways to an operation: the gateway, and the service's own port for whoever is inside the network. */
final class Doors {

    static final List<String> NAMES = List.of("gateway", "service");

    private final Portal portal;
    private final Stage stage;
    private final Map<String, Api> services = new HashMap<>();

    Doors(Portal portal, Stage stage) {
        this.portal = portal;
        this.stage = stage;
        for (var service : ApiOperation.SERVICES) {
            var document = OpenApiDocument.at(portal.gateway() + "/openapi/" + service);
            services.put(service, Api.of(portal.stack().url(service) + "/api/v1", List.of(document)));
        }
    }

    /** Asks for the operation on this object, with all that it needs beside the right to it. */
    Answer send(String door, ApiOperation operation, Stage.Thing thing, String token, String language) {
        return send(door, operation, path(operation, thing), thing, token, language);
    }

    /** Whether the operation shows the object to whoever has this token: itself, or on any page of a list. */
    boolean shows(String door, ApiOperation operation, Stage.Thing thing, String token) {
        var path = path(operation, thing);
        var cursor = "";
        do {
            var answer =
                    send(door, operation, path + cursor, thing, token, "en").expect(200);
            if (!answer.header("Content-Type").contains("json")) {
                return true;
            }
            if (!answer.body().has("items")) {
                return answer.id().equals(thing.id());
            }
            if (answer.ids().contains(thing.id())) {
                return true;
            }
            cursor = answer.text("nextCursor").isEmpty() ? "" : "&cursor=" + answer.text("nextCursor");
        } while (!cursor.isEmpty());
        return false;
    }

    private Answer send(
            String door, ApiOperation operation, String path, Stage.Thing thing, String token, String language) {
        var api = (door.equals("gateway") ? portal.anonymous() : service(operation)).in(language);
        if (!token.isEmpty()) {
            api = api.bearer(token);
        }
        if (operation.body().equals(ApiOperation.FILE)) {
            return api.sendFile(
                    operation.method(),
                    path,
                    "a.png",
                    operation.path().equals("/imports") ? Stage.SPREADSHEET : Stage.PICTURE,
                    operation.parameters().contains("item") ? null : Stage.DETAILS,
                    thing.version());
        }
        var headers = new HashMap<String, String>();
        if (operation.parameters().contains("If-Match")) {
            headers.put("If-Match", "\"" + thing.version() + "\"");
        }
        if (operation.parameters().contains("Idempotency-Key")) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        var sent = operation.body().isEmpty() ? null : stage.body(operation.body());
        // What is declared once a year is another text.
        var body = sent != null && path.endsWith("/renew") ? sent.replace("2026-1", "renewal-2026-1") : sent;
        return api.send(operation.method(), path, body, headers);
    }

    private String path(ApiOperation operation, Stage.Thing thing) {
        var path = operation
                .path()
                .replace("{eventId}", thing.eventId())
                .replace("{organizationId}", thing.eventId())
                .replace("{id}", thing.id())
                .replace("{number}", "2")
                .replace("{key}", thing.id())
                .replace("{file}", thing.id());
        if (operation.parameters().contains("item")) {
            return path + "?item=MANDATE";
        }
        if (!operation.parameters().contains("limit")) {
            return path;
        }
        return path
                + (operation.parameters().contains("organizationId")
                                && !operation.path().contains("{organizationId}")
                        ? "?organizationId=" + stage.home() + "&limit=100"
                        : "?limit=100");
    }

    private Api service(ApiOperation operation) {
        var service = services.get(operation.service());
        if (service == null) {
            throw new IllegalStateException("No service " + operation.service());
        }
        return service;
    }
}
