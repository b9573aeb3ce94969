package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import ma.maydan.testkit.api.Api;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/**
 * Headers, methods and framing as nobody should send them, to every route, over plain sockets: an answer or a refusal
 * in our form, never a fault. Each oddity meets each kind of route several times and each route several oddities, in
 * an order that {@code -Dmaydan.fuzz.seed} changes.
 */
class HeaderFuzzIT {

    private static final long SEED = Long.getLong("maydan.fuzz.seed", 7);
    /** How often each oddity meets each kind of route, at least. */
    private static final int TIMES = 2;
    /** Sockets at once: fewer than an address has places for bodies. */
    private static final int AT_ONCE = 8;

    private static final List<String> HEADERS = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "Permissions-Policy",
            "Cross-Origin-Opener-Policy");
    /** What the gateway answers itself. */
    private static final List<String> OWN = List.of(
            "/",
            "/login",
            "/login?lang=ar&next=/ar/me",
            "/login/oauth2/code/keycloak?state=x&code=x",
            "/logout",
            "/openapi/events",
            "/openapi/none",
            "/docs/api",
            "/-/gateway.css",
            "/api/v1/none",
            "/api/none",
            "/actuator/health",
            "/error",
            "/robots.txt",
            "/sitemap.xml",
            "/favicon.ico",
            "/fr/nothing");

    private final Portal portal = Portal.running();
    private final URI gateway = URI.create(portal.gateway());
    private final String admin = portal.tokenOf("admin");

    /** A sound request, to whom it is sent, and what kind of route that is. */
    private record Route(String kind, URI server, RawRequest request) {

        boolean isAtTheGateway() {
            return kind.startsWith("gateway");
        }

        /** Below other addresses a program asks, whatever it says to like best. */
        boolean isForPeople() {
            return !request.target().startsWith("/api/") && !request.target().startsWith("/openapi/");
        }
    }

    private record Case(Route route, OddRequest odd) {

        RawRequest request() {
            return odd.change().apply(route.request);
        }
    }

    @Test
    void nothingOddAboutARequestIsAFaultOfThePortals() throws Exception {
        var pages = Pages.of(gateway, List.of(admin, portal.tokenOf("incubator"), portal.tokenOf("startup")));
        var routes = routes(pages);
        assertThat(routes.stream().map(Route::kind).distinct()).hasSize(7);
        assertThat(pages.pages()).hasSizeGreaterThan(60);
        assertThat(pages.forms()).hasSizeGreaterThan(15);
        assertThat(pages.files()).isNotEmpty();

        var cases = cases(routes);
        var kinds = new TreeMap<String, List<Case>>();
        var statuses = new TreeMap<Integer, Integer>();
        answers(cases, (one, status, wrong) -> {
            statuses.merge(status, 1, Integer::sum);
            if (wrong != null) {
                kinds.computeIfAbsent(
                                "%s × %d × %s: %s".formatted(one.odd, status, one.route.kind, wrong),
                                kind -> new ArrayList<>())
                        .add(one);
            }
        });

        System.out.printf("%d odd requests, seed %d, by status: %s%n", cases.size(), SEED, statuses);
        assertThat(kinds.entrySet().stream()
                        .map(kind -> "%n%s, %d times, such as %s %s"
                                .formatted(
                                        kind.getKey(),
                                        kind.getValue().size(),
                                        kind.getValue().getFirst().route.request.method(),
                                        kind.getValue().getFirst().route.request.target())))
                .isEmpty();
        assertThat(statuses.getOrDefault(429, 0))
                .as("more of them would hide what is behind")
                .isLessThan(cases.size() / 100);
        assertThat(statuses.get(200)).as("many are only odd").isGreaterThan(cases.size() / 20);
    }

    private List<Route> routes(Pages pages) {
        var routes = new ArrayList<Route>();
        for (var operation : ApiOperation.all(portal)) {
            var kind = operation.reads() ? " reading" : " writing";
            routes.add(new Route("gateway" + kind, gateway, call(operation, routes.size())));
            routes.add(new Route(
                    "service" + kind,
                    URI.create(portal.stack().url(operation.service())),
                    call(operation, routes.size())));
        }
        for (var page : pages.pages()) {
            routes.add(new Route("gateway page", gateway, page("GET", page)));
        }
        for (var form : pages.forms()) {
            var sent = page("POST", form.replaceFirst("[0-9a-f-]{36}(/register)", UUID.randomUUID() + "$1"))
                    .with("Content-Type: application/x-www-form-urlencoded")
                    .sending("version=999999&x=y");
            routes.add(new Route("gateway form", gateway, sent));
        }
        Stream.concat(OWN.stream(), pages.files().stream())
                .forEach(file -> routes.add(
                        new Route("gateway own", gateway, sound("GET", file, language(file, routes.size()), false))));
        return routes;
    }

    /** Every fourth by nobody in particular. */
    private RawRequest call(ApiOperation operation, int number) {
        var target = "/api/v1"
                + operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        var request = sound(operation.method(), target, language(target, number), number % 4 != 0)
                .with("Accept: application/json");
        if (operation.parameters().contains("If-Match")) {
            request = request.with("If-Match: \"1\"");
        }
        if (operation.parameters().contains("Idempotency-Key")) {
            request = request.with("Idempotency-Key: " + UUID.randomUUID());
        }
        return operation.body().isEmpty()
                ? request
                : request.with("Content-Type: application/json").sending("{}");
    }

    private RawRequest page(String method, String address) {
        return sound(method, address, language(address, 0), true).with("Accept: text/html");
    }

    /** The address's; where it has none, each in turn. */
    private static String language(String address, int number) {
        return Portal.LANGUAGES.stream()
                .filter(language -> address.startsWith("/" + language + "/"))
                .findFirst()
                .orElse(Portal.LANGUAGES.get(number % Portal.LANGUAGES.size()));
    }

    private RawRequest sound(String method, String target, String language, boolean known) {
        var request = new RawRequest(
                method, target, List.of("Host: localhost", "Accept-Language: " + language, "Connection: close"), "");
        return known ? request.with("Authorization: Bearer " + admin) : request;
    }

    /** Of each kind of route, in turn through its routes and through what is odd. */
    private static List<Case> cases(List<Route> routes) {
        var random = new Random(SEED);
        var odd = new ArrayList<>(OddRequest.all());
        var cases = new ArrayList<Case>();
        for (var kind : routes.stream().map(Route::kind).distinct().toList()) {
            var some = new ArrayList<>(
                    routes.stream().filter(route -> route.kind.equals(kind)).toList());
            Collections.shuffle(some, random);
            Collections.shuffle(odd, random);
            for (var i = 0; i < TIMES * Math.max(some.size(), odd.size()); i++) {
                // One more after each round, so that two that have met go on to others.
                cases.add(new Case(some.get(i % some.size()), odd.get((i + i / odd.size()) % odd.size())));
            }
        }
        return cases;
    }

    private interface Outcome {
        void of(Case one, int status, @Nullable String wrong);
    }

    /** A status of 0 is none. */
    private void answers(List<Case> cases, Outcome outcome) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = new ArrayList<Future<RawAnswer>>();
            for (var one : cases) {
                answers.add(threads.submit(() -> one.request().sentTo(one.route.server)));
            }
            for (var i = 0; i < cases.size(); i++) {
                var one = cases.get(i);
                try {
                    var answer = answers.get(i).get();
                    outcome.of(one, answer.status(), wrong(one, answer));
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof IOException silence)) {
                        throw e;
                    }
                    outcome.of(one, 0, silence.toString());
                }
            }
        }
    }

    private static @Nullable String wrong(Case one, RawAnswer answer) {
        if (answer.status() >= 500) {
            return "a fault";
        }
        if (one.route.isAtTheGateway()) {
            var missing = HEADERS.stream()
                    .filter(name -> answer.header(name).isEmpty())
                    .toList();
            if (!missing.isEmpty()) {
                return "without " + missing;
            }
        }
        return answer.status() < 400 || one.request().method().equals("HEAD") ? null : wrongRefusal(one, answer);
    }

    private static @Nullable String wrongRefusal(Case one, RawAnswer answer) {
        var type = answer.header("Content-Type");
        if (answer.body().isBlank()) {
            return "says nothing";
        }
        if (answer.body().matches("(?s).*(Exception|org\\.spring|Tomcat).*")) {
            return "tells how it is made";
        }
        var page = type.startsWith("text/html") && answer.body().contains("<html") && one.route.isForPeople();
        if (!page && !isProblem(answer)) {
            return "neither a problem nor a page: " + type;
        }
        if (one.odd.legible() && !page && one.route.isForPeople() && wantsPage(one.request())) {
            return "no page";
        }
        var language = answer.header("Content-Language").split("-", 2)[0];
        var asked = header(one.route.request, "Accept-Language: ");
        var heard =
                one.odd.legible() && header(one.request(), "Accept-Language: ").equals(asked);
        // A page whose address names none is in the language that was chosen before, if one was.
        var chosen = page ? header(one.request(), "Cookie: lang=") : asked;
        var expected = Portal.LANGUAGES.contains(chosen) ? List.of(asked, chosen) : List.of(asked);
        return (heard ? expected : Portal.LANGUAGES).contains(language) ? null : "in the language " + language;
    }

    private static boolean isProblem(RawAnswer answer) {
        try {
            var body = Api.JSON.readTree(answer.body());
            return answer.header("Content-Type").startsWith("application/problem+json")
                    && body.path("status").asInt(0) == answer.status()
                    && Stream.of("type", "title", "detail")
                            .noneMatch(member -> body.path(member).asString("").isBlank());
        } catch (JacksonException noJson) {
            return false;
        }
    }

    private static boolean wantsPage(RawRequest request) {
        return header(request, "Accept: ").contains("text/html");
    }

    private static String header(RawRequest request, String start) {
        return request.headers().stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse("");
    }
}
