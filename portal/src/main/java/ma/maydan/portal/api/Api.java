package ma.maydan.portal.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ma.maydan.portal.page.Sending;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/**
 * The services' public APIs, called with the visitor's token and language. Paths are relative to {@code /api/v1}; every
 * method throws {@link ProblemException} for a refusal and {@link UnavailableException} when there is no answer. What
 * changes something throws {@link OnlyShownException}, and reaches no service, while the visitor looks at a form that is
 * only shown again.
 */
@Component
public class Api {

    private static final ParameterizedTypeReference<JsonNode> JSON = ParameterizedTypeReference.forType(JsonNode.class);
    private static final int IN_FLIGHT_RETRIES = 10;
    private static final Duration IN_FLIGHT_PAUSE = Duration.ofMillis(300);

    private final RestClient http;
    private final Routes routes;
    private final ServiceAddresses services;
    private final Answers answers;

    Api(RestClient http, Routes routes, ServiceAddresses services, Answers answers) {
        this.http = http;
        this.routes = routes;
        this.services = services;
        this.answers = answers;
    }

    /** @throws UnreadableException when what is there cannot be read */
    public <T> T get(Visitor visitor, Class<T> type, String... path) {
        return get(visitor, type, Map.of(), path);
    }

    /** @param query values that are null or empty are left out */
    public <T> T get(Visitor visitor, Class<T> type, Map<String, ?> query, String... path) {
        var node = send(visitor, HttpMethod.GET, query, null, headers -> {}, JSON, path);
        return answers.read(node, type)
                .orElseThrow(() -> new UnreadableException("/" + String.join("/", path) + " cannot be read"));
    }

    /**
     * A list without the items that cannot be read.
     *
     * @param query values that are null or empty are left out
     */
    public <T> Page<T> list(Visitor visitor, Class<T> item, Map<String, ?> query, String... path) {
        var list = send(visitor, HttpMethod.GET, query, null, headers -> {}, JSON, path);
        if (!list.path("items").isArray()) {
            throw new UnreadableException("/" + String.join("/", path) + " is no list");
        }
        var items = list.path("items")
                .valueStream()
                .flatMap(one -> answers.read(one, item).stream())
                .toList();
        var all = list.path("items").size();
        var count = list.path("count").isInt() ? list.path("count").asInt() : null;
        return new Page<>(items, list.path("nextCursor").asString(null), all - items.size(), count);
    }

    /** A service's own description of its API (OpenAPI 3.1). */
    public JsonNode document(String service) {
        var document = answered(() -> http.get()
                .uri(services.of(service) + "/v3/api-docs")
                .retrieve()
                .onStatus(status -> status.isError(), (sent, response) -> {
                    throw new UnavailableException("Answered with " + response.getStatusCode());
                })
                .body(JSON));
        if (document == null) {
            throw new UnavailableException(service + " has no document");
        }
        return document;
    }

    /** The services, by their names. */
    public List<String> services() {
        return services.services().keySet().stream().sorted().toList();
    }

    /** A repeated key creates nothing twice: it gets the answer of the first request, also while that is under way. */
    public <T> T create(Visitor visitor, String key, Object body, Class<T> type, String... path) {
        for (var attempt = 0; ; attempt++) {
            try {
                return send(
                        visitor,
                        HttpMethod.POST,
                        Map.of(),
                        body,
                        headers -> headers.set("Idempotency-Key", key),
                        ParameterizedTypeReference.forType(type),
                        path);
            } catch (ProblemException problem) {
                if (!problem.code().equals("idempotency-in-flight") || attempt == IN_FLIGHT_RETRIES) {
                    throw problem;
                }
                pause();
            }
        }
    }

    /** @param version as the person saw it; refused with 412 when it is no longer the present one */
    public void replace(Visitor visitor, String version, Object body, String... path) {
        replaceWith(Map.of(), visitor, version, body, path);
    }

    /** The same, with more said beside the body. */
    public void replaceWith(Map<String, ?> query, Visitor visitor, String version, Object body, String... path) {
        change(visitor, HttpMethod.PUT, version, query, body, path);
    }

    /** Like {@link #replace}, with files: they are read as they are sent. */
    public void send(Visitor visitor, String version, MultiValueMap<String, ?> parts, String... path) {
        sendWith(Map.of(), visitor, version, parts, path);
    }

    /** The same, with more said beside the files. */
    public void sendWith(
            Map<String, ?> query, Visitor visitor, String version, MultiValueMap<String, ?> parts, String... path) {
        change(visitor, HttpMethod.PUT, version, query, parts, path);
    }

    /** Sends files that are new, and answers what is kept of them. */
    public <T> T send(Visitor visitor, MultiValueMap<String, ?> parts, Class<T> type, String... path) {
        return send(
                visitor,
                HttpMethod.POST,
                Map.of(),
                parts,
                headers -> {},
                ParameterizedTypeReference.forType(type),
                path);
    }

    /** Takes a step from one state to the next, and answers that; the last part of the path names the step. */
    public <T> T step(Visitor visitor, String version, @Nullable Object body, Class<T> type, String... path) {
        return step(visitor, version, Map.of(), body, type, path);
    }

    public <T> T step(
            Visitor visitor,
            String version,
            Map<String, ?> query,
            @Nullable Object body,
            Class<T> type,
            String... path) {
        return send(
                visitor,
                HttpMethod.POST,
                query,
                body,
                headers -> headers.setIfMatch(quoted(version)),
                ParameterizedTypeReference.forType(type),
                path);
    }

    /** Like {@link #step}, where nothing is left to answer. */
    public void discard(Visitor visitor, String version, String... path) {
        change(visitor, HttpMethod.POST, version, Map.of(), null, path);
    }

    /** @param version as the person saw it; refused with 412 when it is no longer the present one */
    public void delete(Visitor visitor, String version, String... path) {
        delete(visitor, version, Map.of(), path);
    }

    public void delete(Visitor visitor, String version, Map<String, ?> query, String... path) {
        change(visitor, HttpMethod.DELETE, version, query, null, path);
    }

    /** Does what may be done again without harm, to nothing that has a version. */
    public void post(Visitor visitor, Object body, String... path) {
        answered(() -> exchange(visitor, HttpMethod.POST, Map.of(), body, headers -> {}, path)
                .toBodilessEntity());
    }

    /** Sets what has no version. */
    public void put(Visitor visitor, Object body, String... path) {
        answered(() -> exchange(visitor, HttpMethod.PUT, Map.of(), body, headers -> {}, path)
                .toBodilessEntity());
    }

    private void change(
            Visitor visitor,
            HttpMethod method,
            String version,
            Map<String, ?> query,
            @Nullable Object body,
            String... path) {
        answered(() -> exchange(visitor, method, query, body, headers -> headers.setIfMatch(quoted(version)), path)
                .toBodilessEntity());
    }

    private <T> T send(
            Visitor visitor,
            HttpMethod method,
            Map<String, ?> query,
            @Nullable Object body,
            Consumer<HttpHeaders> more,
            ParameterizedTypeReference<T> type,
            String... path) {
        var answer = answered(
                () -> exchange(visitor, method, query, body, more, path).body(type));
        if (answer == null) {
            throw new UnavailableException(method + " /" + String.join("/", path) + " answered without a body");
        }
        return answer;
    }

    private RestClient.ResponseSpec exchange(
            Visitor visitor,
            HttpMethod method,
            Map<String, ?> query,
            @Nullable Object body,
            Consumer<HttpHeaders> more,
            String... path) {
        if (method != HttpMethod.GET && visitor.sending() != Sending.IN_EARNEST) {
            throw new OnlyShownException();
        }
        var uri = UriComponentsBuilder.fromUriString(routes.serving(path) + "/api/v1")
                .pathSegment(path);
        query.forEach((name, value) -> {
            if (value != null && !value.toString().isEmpty()) {
                uri.queryParam(name, "{" + name + "}");
            }
        });
        var request = http.method(method)
                .uri(uri.encode().buildAndExpand(query).toUri())
                .headers(headers -> {
                    headers.set(HttpHeaders.ACCEPT_LANGUAGE, visitor.language().code());
                    headers.setAccept(List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON));
                    if (visitor.token() != null) {
                        headers.setBearerAuth(visitor.token());
                    }
                    more.accept(headers);
                });
        if (body != null) {
            request.contentType(
                            body instanceof MultiValueMap ? MediaType.MULTIPART_FORM_DATA : MediaType.APPLICATION_JSON)
                    .body(body);
        }
        return request.retrieve().onStatus(status -> status.isError(), (sent, response) -> {
            throw answers.refusal(response);
        });
    }

    private static <T extends @Nullable Object> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (ResourceAccessException unreachable) {
            throw new UnavailableException(String.valueOf(unreachable.getMessage()), unreachable);
        } catch (RestClientException unreadable) {
            throw new UnreadableException("Unreadable answer: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String quoted(String version) {
        return "\"" + version.replaceAll("[^0-9A-Za-z-]", "") + "\"";
    }

    private static void pause() {
        try {
            Thread.sleep(IN_FLIGHT_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Interrupted", e);
        }
    }
}
