package ma.maydan.portal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.portal.kind.Overview;
import ma.maydan.portal.kind.Shelf;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The portal on a real port, with a person on one side and the services' answers on the other. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "server.address=127.0.0.1"})
abstract class PortalTest {

    static final ServicesStub SERVICES = new ServicesStub();

    static final String PERSON = token("Salma Idrissi", "");
    static final String ADMIN = token("Nadia Alaoui", "\"mnc-admin\"");

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    static {
        // Nobody has anything yet, of any kind.
        for (var kind : AllKinds.declared()) {
            Stream.concat(
                            Stream.of(kind.address()),
                            Stream.of(Overview.values())
                                    .map(kind::on)
                                    .filter(Objects::nonNull)
                                    .map(Shelf::path))
                    .forEach(path -> SERVICES.answers("GET /" + path, Samples.list()));
        }
        SERVICES.answers("GET /me/registrations/colleagues", Samples.list());
        SERVICES.answers("GET /me/co-hosted-events", Samples.list());
    }

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("maydan.services.events", SERVICES::uri);
        registry.add("maydan.services.incubators", SERVICES::uri);
        registry.add("maydan.services.partners", SERVICES::uri);
    }

    /** @param token null for somebody who is not signed in */
    HttpResponse<String> get(String path, @Nullable String token, String... headers) {
        return send(request(path, token, headers).GET());
    }

    HttpResponse<String> options(String path) {
        return send(request(path, null).method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> post(String path, @Nullable String token, Map<String, String> form, String... headers) {
        return post(path, token, List.copyOf(form.entrySet()), headers);
    }

    /** A form in which a field may come several times. */
    HttpResponse<String> post(
            String path, @Nullable String token, List<Map.Entry<String, String>> form, String... headers) {
        var body = form.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, token, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path, @Nullable String token, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token).header("X-Maydan-Csrf", "csrf-of-the-session");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String token(String name, String roles) {
        var claims = "{\"sub\": \"1\", \"name\": \"%s\", \"realm_access\": {\"roles\": [%s]}}".formatted(name, roles);
        return "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".signature";
    }
}
