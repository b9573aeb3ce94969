package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Where requests go, and what of them. */
class RoutingIT {

    private static final String HTML = "text/html,application/xhtml+xml";
    private static final JsonMapper JSON = new JsonMapper();

    private static Door door;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Problem(String type, String title, int status, String code, String instance) {}

    @BeforeAll
    static void open() {
        door = Door.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @BeforeEach
    void reset() {
        Door.resetAll();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/events, events",
        "/api/v1/events/1/registrations, events",
        "/api/v1/event-reviews?status=SUBMITTED, events",
        "/api/v1/registrations/1, events",
        "/api/v1/me/events, events",
        "/api/v1/me/registrations, events",
        "/api/v1/organizations/1/submit, incubators",
        "/api/v1/programs, incubators",
        "/api/v1/verification-cases, incubators",
        "/api/v1/program-reviews, incubators",
        "/api/v1/me/organizations, incubators",
        "/api/v1/me/programs, incubators",
        "/api/v1/partnerships, partners",
        "/api/v1/partnership-reviews, partners",
        "/api/v1/me/partnerships, partners",
        "/, portal",
        "/ar/events/1, portal",
        "/assets/app.css, portal",
        "/apiary, portal",
    })
    void everyAddressHasItsUpstream(String path, String upstream) {
        assertThat(door.get(path).body()).isEqualTo(upstream);
    }

    @ParameterizedTest
    @CsvSource({"ar, غير موجود", "fr, Introuvable", "en, Not found", "de, Not found"})
    void anApiAddressThatNobodyAnswersIsAProblemInTheCallersLanguage(String language, String title) {
        var answer = door.get("/api/v1/eventz", "Accept-Language", language, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Door.header(answer, "Content-Type")).startsWith("application/problem+json");
        var problem = JSON.readValue(answer.body(), Problem.class);
        assertThat(problem.title()).isEqualTo(title);
        assertThat(problem.code()).isEqualTo("not-found");
        assertThat(problem.instance()).isEqualTo("/api/v1/eventz");
        assertThat(Door.PORTAL.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v3/api-docs", "/actuator/health", "/api/v1/../../v3/api-docs", "/api/v1/events/..%2f..%2fx"})
    void whatIsNotForThePublicCannotBeReachedAtAService(String path) {
        door.get(path);

        assertThat(Door.EVENTS.received).isEmpty();
        assertThat(Door.INCUBATORS.received).isEmpty();
        assertThat(Door.PARTNERS.received).isEmpty();
    }

    @Test
    void thePagesOfTheGatewayHaveTheirStyle() {
        var style = door.get("/-/gateway.css", "Accept", "text/css,*/*;q=0.1");
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(Door.header(style, "Content-Type")).startsWith("text/css");
        assertThat(style.body()).contains("--");
    }

    @Test
    void aQueryPassesWithItsArabicItsPlusSignsAndItsRepeatedNames() {
        door.get("/ar/search?q=%D9%85%D9%8A%D8%AF%D8%A7%D9%86%20%2B1&kind=A&kind=B&empty=");

        assertThat(Door.PORTAL.last().uri())
                .isEqualTo("/ar/search?q=%D9%85%D9%8A%D8%AF%D8%A7%D9%86%20%2B1&kind=A&kind=B&empty=");
    }

    @Test
    void aQueryThatEncodesNothingIsABadRequestAndNeverAFault() {
        assertThat(door.get("/api/v1/events?cursor=%E0%A4").statusCode()).isEqualTo(400);

        var page = door.get("/fr/search?q=%E0%A4", "Accept", HTML);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Cette adresse n’est pas valide");
    }

    @Test
    void theFormOfAVisitorReachesThePortalToTheByte() {
        var form = "name=%D9%85%D9%8A%D8%AF%D8%A7%D9%86&tag=a&tag=b&plus=1+1&raw=%C3%A9";

        door.post("/ar/search?page=2", "application/x-www-form-urlencoded; charset=UTF-8", form);

        assertThat(Door.PORTAL.last().text()).isEqualTo(form);
        assertThat(Door.PORTAL.last().uri()).isEqualTo("/ar/search?page=2");
    }

    @Test
    void whatACallerClaimsAboutProxiesAndAboutTheGatewayIsDropped() {
        door.get(
                "/api/v1/events",
                "Forwarded",
                "for=6.6.6.6",
                "X-Forwarded-For",
                "6.6.6.6",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Prefix",
                "/evil",
                "X-Real-IP",
                "6.6.6.6",
                "X-Maydan-Csrf",
                "forged",
                "X-Maydan-User",
                "admin",
                "X-Original-URL",
                "/admin");

        var seen = Door.EVENTS.last();
        assertThat(seen.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(seen.header("X-Forwarded-Host")).startsWith("localhost:");
        assertThat(seen.header("X-Forwarded-Proto")).isEqualTo("http");
        for (var name : new String[] {
            "Forwarded", "X-Forwarded-Prefix", "X-Real-IP", "X-Maydan-Csrf", "X-Maydan-User", "X-Original-URL"
        }) {
            assertThat(seen.header(name)).as(name).isNull();
        }
    }

    @Test
    void conditionalAndIdempotencyHeadersPass() {
        door.get("/api/v1/events/1", "If-None-Match", "\"3\"", "If-Match", "\"3\"", "Idempotency-Key", "k");

        assertThat(Door.EVENTS.last().header("If-None-Match")).isEqualTo("\"3\"");
        assertThat(Door.EVENTS.last().header("If-Match")).isEqualTo("\"3\"");
        assertThat(Door.EVENTS.last().header("Idempotency-Key")).isEqualTo("k");
    }

    @Test
    void theUpstreamsAnswerPassesWithItsStatusItsHeadersAndItsBytes() {
        Door.EVENTS.answers(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Server", "secret/1.0");
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src *");
            StubUpstream.send(exchange, 409, "application/problem+json", "{\"title\":\"ميدان\"}");
        });

        var answer = door.get("/api/v1/events/1");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"title\":\"ميدان\"}");
        assertThat(Door.header(answer, "ETag")).isEqualTo("\"7\"");
        assertThat(Door.header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(answer.headers().allValues("Server")).isEmpty();
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'self'");
    }

    @Test
    void aRedirectOfThePortalNeverShowsItsOwnAddress() {
        Door.PORTAL.answers(exchange -> {
            exchange.getResponseHeaders().set("Location", Door.PORTAL.uri() + "/fr/events?x=1#top");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        assertThat(Door.header(door.get("/"), "Location")).isEqualTo("/fr/events?x=1#top");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (var path : new String[] {"/", "/api/v1/events", "/api/v1/nothing", "/login", "/-/gateway.css"}) {
            var answer = door.get(path);
            assertThat(Door.header(answer, "Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self' http://localhost")
                    .doesNotContain("unsafe");
            assertThat(Door.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(Door.header(answer, "Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
            assertThat(Door.header(answer, "Permissions-Policy")).contains("camera=()");
            assertThat(answer.headers().allValues("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void aBodyOfMoreThanOneMebibyteIsRefusedBeforeAnyoneSeesIt() {
        var large = "x".repeat(1024 * 1024 + 1);

        var announced = door.post("/api/v1/events", "application/json", large, "Accept-Language", "fr");
        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(announced.body()).contains("content-too-large", "La requête est trop volumineuse");

        var chunked = Door.send(door.request("/fr/x")
                .header("Content-Type", "text/plain")
                .header("Accept", HTML)
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.US_ASCII)))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(chunked.body()).contains("<html lang=\"fr\"");
        assertThat(Door.EVENTS.received).isEmpty();
        assertThat(Door.PORTAL.received).isEmpty();
    }

    @Test
    void filesMayBeLargerThanOtherBodiesUpToABound() {
        var type = "multipart/form-data; boundary=b";
        var file = "x".repeat(10 * 1024 * 1024);
        assertThat(door.post("/api/v1/events", type, file).statusCode()).isEqualTo(200);
        assertThat(Door.EVENTS.last().body()).hasSize(file.length());
        Door.EVENTS.received.clear();

        var large = file + "x".repeat(2 * 1024 * 1024 + 1);
        assertThat(door.post("/api/v1/events", type, large).statusCode()).isEqualTo(413);
        var chunked = Door.send(door.request("/api/v1/events")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.US_ASCII)))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(Door.EVENTS.received).isEmpty();
    }

    @Test
    void aBodyOfOneMebibytePasses() {
        var body = "x".repeat(1024 * 1024);

        assertThat(door.post("/api/v1/events", "application/json", body).statusCode())
                .isEqualTo(200);
        assertThat(Door.EVENTS.last().body()).hasSize(1024 * 1024);
    }

    @Test
    void aMachinesTokenPassesAsItIs() {
        var token = TestTokens.machine("robot", "events.read");

        door.get("/api/v1/events", "Authorization", "Bearer " + token);

        assertThat(Door.EVENTS.last().header("Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void aTokenThatIsNotTheRealmsGoesNoFurther() {
        var claims = TestTokens.claims("admin", "portal");
        var expired = TestTokens.claims("admin", "portal");
        expired.put("exp", 1_000_000_000L);
        var elsewhere = TestTokens.claims("admin", "portal");
        elsewhere.put("aud", "another-api");
        for (var header : new String[] {
            "Bearer " + TestTokens.unsigned(claims),
            "Bearer " + TestTokens.signForeign(claims),
            "Bearer " + TestTokens.sign(expired),
            "Bearer " + TestTokens.sign(elsewhere),
            "Bearer nonsense",
            "Bearer ",
            "Basic YWRtaW46YWRtaW4="
        }) {
            var answer = door.get("/api/v1/events", "Authorization", header, "Accept-Language", "fr");

            assertThat(answer.statusCode()).as(header).isEqualTo(401);
            assertThat(Door.header(answer, "Content-Type")).startsWith("application/problem+json");
            assertThat(Door.header(answer, "WWW-Authenticate")).startsWith("Bearer");
        }
        assertThat(Door.EVENTS.received).isEmpty();
    }

    @Test
    void anAddressWithTwoSlashesOrSemicolonsIsABadRequestAndNeverAFault() {
        for (var path : new String[] {"//evil", "/fr/;x=1/", "/api/v1//events", "/fr/%2e%2e/"}) {
            var answer = door.get(path, "Accept", HTML);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("Exception");
        }
    }

    @Test
    void theApiDocumentsNameTheGatewayAsTheirServer() {
        Door.EVENTS.answers(exchange -> StubUpstream.send(exchange, 200, "application/json", DOCUMENT));

        var answer = door.get("/openapi/events");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Door.EVENTS.last().uri()).isEqualTo("/v3/api-docs");
        var document = JSON.readTree(answer.body());
        assertThat(document.path("servers").path(0).path("url").asString()).isEqualTo(door.uri);
        assertThat(door.get("/openapi/others").statusCode()).isEqualTo(404);
        var posted = door.post("/openapi/events", "text/plain", "");
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(Door.header(posted, "Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void whatAnswersGetAnswersHead() {
        Door.EVENTS.answers(exchange -> StubUpstream.send(exchange, 200, "application/json", DOCUMENT));
        // With breakers of its own, which nobody else's calls open.
        try (var own = Door.open()) {
            for (var path : List.of("/openapi/events", "/-/gateway.css")) {
                var answer = Door.send(own.request(path).HEAD());

                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(Door.header(answer, "Content-Type")).isEqualTo(Door.header(own.get(path), "Content-Type"));
                assertThat(answer.body()).isEmpty();
            }
        }
    }

    private static final String DOCUMENT = """
            {"openapi": "3.1.0", "servers": [{"url": "http://10.0.0.1:8082"}]}
            """;
}
