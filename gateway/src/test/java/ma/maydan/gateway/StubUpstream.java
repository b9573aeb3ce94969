package ma.maydan.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Stands where a service or the portal would: remembers what reached it and answers as it is told. */
final class StubUpstream implements AutoCloseable {

    record Received(String method, String uri, Headers headers, byte[] body) {

        @Nullable
        String header(String name) {
            return headers.getFirst(name);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    final String name;
    final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile HttpHandler answer;
    private @Nullable HttpServer server;
    private int port;

    StubUpstream(String name) {
        this.name = name;
        answer = this::hello;
        start();
    }

    void start() {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.createContext("/", this::handle);
            started.setExecutor(task -> Thread.ofVirtual().start(task));
            started.start();
            port = started.getAddress().getPort();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    String uri() {
        return "http://localhost:" + port;
    }

    /** As if nobody had called yet. */
    void reset() {
        received.clear();
        answer = this::hello;
        if (server == null) {
            start();
        }
    }

    void answers(HttpHandler handler) {
        answer = handler;
    }

    Received last() {
        return received.getLast();
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private void hello(HttpExchange exchange) throws IOException {
        send(exchange, 200, "text/plain; charset=utf-8", name);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        received.add(new Received(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        answer.handle(exchange);
    }

    @Override
    public void close() {
        stop();
    }
}
