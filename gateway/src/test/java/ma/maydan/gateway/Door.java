package ma.maydan.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import ma.maydan.testkit.backends.TestBackends;
import ma.maydan.testkit.backends.TestTokens;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running gateway before stubs, and the real MongoDB contract under it. */
final class Door implements AutoCloseable {

    static final StubUpstream EVENTS = new StubUpstream("events");
    static final StubUpstream INCUBATORS = new StubUpstream("incubators");
    static final StubUpstream PARTNERS = new StubUpstream("partners");
    static final StubUpstream PORTAL = new StubUpstream("portal");
    static final StubRealm REALM = new StubRealm();
    static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final ConfigurableApplicationContext context;
    final String uri;

    private Door(ConfigurableApplicationContext context, String uri) {
        this.context = context;
        this.uri = uri;
    }

    /** One that shares its database with nobody. */
    static Door open(String... properties) {
        return open("gateway_" + UUID.randomUUID().toString().replace("-", ""), freePort(), properties);
    }

    /** One over a database that another may use as well, at a port that it may have had before. */
    static Door open(String database, int port, String... properties) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("server.port", port);
        settings.put("server.address", "127.0.0.1");
        settings.put("management.server.port", 0);
        settings.put("maydan.mongodb.uri", TestBackends.mongoUri());
        settings.put("maydan.mongodb.database", database);
        settings.put("maydan.gateway.public-uri", "http://localhost:" + port);
        settings.put("maydan.gateway.oidc.issuer", TestTokens.issuer());
        settings.put("maydan.gateway.oidc.internal-uri", REALM.server.uri());
        settings.put("maydan.gateway.oidc.client-secret", "not-a-secret");
        settings.put("maydan.gateway.upstreams.events", EVENTS.uri());
        settings.put("maydan.gateway.upstreams.incubators", INCUBATORS.uri());
        settings.put("maydan.gateway.upstreams.partners", PARTNERS.uri());
        settings.put("maydan.gateway.upstreams.portal", PORTAL.uri());
        settings.put("logging.level.root", "warn");
        settings.put("logging.level.access", "off");
        settings.put("logging.structured.format.console", "");
        for (var property : properties) {
            var parts = property.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        var arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        var context = new SpringApplicationBuilder(GatewayApplication.class).run(arguments);
        return new Door(context, "http://localhost:" + port);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static void resetAll() {
        for (var upstream : new StubUpstream[] {EVENTS, INCUBATORS, PARTNERS, PORTAL}) {
            upstream.reset();
        }
        REALM.reset();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(uri + path));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(with(request(path), headers).GET());
    }

    HttpResponse<String> post(String path, String contentType, String body, String... headers) {
        return send(with(request(path), headers)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** All that comes back for the bytes of a request; the fields that each must have are added to its head. */
    String raw(String request) {
        var head = request.indexOf("\r\n") + 2;
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(uri).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((request.substring(0, head) + "Host: localhost\r\nConnection: close\r\n"
                                    + request.substring(head))
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    /** A browser that has signed in as a person: the value of its session cookie. */
    String signIn(String person) {
        var start = get("/login?lang=fr&next=/fr/");
        var authorization = URI.create(header(start, "Location"));
        var answer = get(callback(REALM.signIn(person, authorization), authorization), "Cookie", cookie(start));
        return cookie(answer);
    }

    static String callback(String code, URI authorization) {
        var asked = StubRealm.parameters(authorization.getRawQuery());
        return "/login/oauth2/code/keycloak?code=" + code + "&state="
                + java.net.URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
    }

    /** The last cookie that the answer sets, as the browser sends it back. */
    static String cookie(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").getLast().split(";")[0];
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    static Map<String, java.util.List<String>> headers(HttpResponse<?> answer) {
        return answer.headers().map();
    }

    @Override
    public void close() {
        context.close();
    }
}
