package ma.maydan.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The public APIs of the three services with fixed answers, over real HTTP. The real ones are in the system tests. */
final class ServicesStub implements AutoCloseable {

    /** What the portal sent. */
    record Sent(
            String method,
            String path,
            @Nullable String query,
            @Nullable String language,
            @Nullable String authorization,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey,
            String body) {}

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    ServicesStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param request like {@code GET /events} */
    void answers(String request, int status, String body) {
        answers.put(request, new Answer(status, body));
    }

    void answers(String request, String body) {
        answers(request, 200, body);
    }

    void refuses(String request, int status, String code, String more) {
        answers(request, status, """
            {"status": %d, "code": "%s", "title": "-", "detail": "detail of %s"%s}\
            """.formatted(status, code, code, more));
    }

    /** Refuses every cursor. */
    void answersWithoutCursor(String request, String body) {
        answers(request, body);
        refuses(request + "?cursor", 400, "invalid-cursor", "");
    }

    void forget(String request) {
        answers.remove(request + "?cursor");
        answers.remove(request);
    }

    Sent last(String method) {
        return sent.stream()
                .filter(one -> one.method().equals(method))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** @param request like {@code GET /events} */
    Sent lastOf(String request) {
        return sent.stream()
                .filter(one -> request.equals(one.method() + " " + one.path()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    long count(String method) {
        return sent.stream().filter(one -> one.method().equals(method)).count();
    }

    /** How many requests came that may change something. */
    long changes() {
        return sent.stream().filter(one -> !one.method().equals("GET")).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var path = exchange.getRequestURI().getPath().replaceFirst("^/api/v1", "");
            sent.add(new Sent(
                    exchange.getRequestMethod(),
                    path,
                    exchange.getRequestURI().getQuery(),
                    headers.getFirst("Accept-Language"),
                    headers.getFirst("Authorization"),
                    headers.getFirst("If-Match"),
                    headers.getFirst("Idempotency-Key"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var request = exchange.getRequestMethod() + " " + path;
            var query = exchange.getRequestURI().getQuery();
            var atCursor = query != null && query.contains("cursor=") ? answers.get(request + "?cursor") : null;
            var answer = atCursor != null
                    ? atCursor
                    : answers.getOrDefault(
                            request, new Answer(404, "{\"code\": \"not-found\", \"detail\": \"detail of not-found\"}"));
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
