package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at Keycloak's own pages, with cookies and without JavaScript, who comes from the gateway. */
final class RealmVisitor {

    static final String REDIRECT = "https://maydan.example/login/oauth2/code/keycloak";
    /** The verifier of RFC 7636, appendix B, and its challenge. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Browsers send Secure cookies to localhost without TLS; the JDK's client does not. */
    private final Map<String, String> cookies = new HashMap<>();

    private final String openid;
    private HttpResponse<String> at;

    private RealmVisitor(String openid) {
        this.openid = openid;
        at = open(authorization());
    }

    /** Asks for a code with cookies of nobody. */
    static RealmVisitor at(String openid) {
        return new RealmVisitor(openid);
    }

    /** Asks for a code anew, in the session that may have begun. */
    RealmVisitor again() {
        at = open(authorization());
        return this;
    }

    RealmVisitor signIn(String name, String password) {
        return fill(Map.of("username", name, "password", password));
    }

    /** Sends the form of the page, and follows where it leads within Keycloak. */
    RealmVisitor fill(Map<String, String> fields) {
        var form = FORM.matcher(at.body());
        assertThat(form.find()).as("a form on " + at.body()).isTrue();
        at = follow(send(Portal.form(unescaped(form.group(1)), fields)));
        return this;
    }

    /** Follows the first link of the page whose address contains the text. */
    RealmVisitor click(String part) {
        var link = Pattern.compile("href=\"([^\"]*" + Pattern.quote(part) + "[^\"]*)\"")
                .matcher(at.body());
        assertThat(link.find()).as("a link to " + part + " on " + at.body()).isTrue();
        at = open(at.uri().resolve(unescaped(link.group(1))));
        return this;
    }

    RealmVisitor go(String url) {
        at = open(URI.create(url));
        return this;
    }

    String page() {
        return at.body();
    }

    /** The value of an input of the page. */
    String value(String input) {
        var found = Pattern.compile("name=\"" + input + "\" value=\"([^\"]*)\"").matcher(at.body());
        assertThat(found.find()).as(input + " on " + at.body()).isTrue();
        return found.group(1);
    }

    /** The code that the gateway would get, once Keycloak sends the browser back. */
    Optional<String> code() {
        return at.headers()
                .firstValue("Location")
                .map(CODE::matcher)
                .filter(found -> found.find())
                .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8));
    }

    private URI authorization() {
        return URI.create(
                openid + "/auth?client_id=maydan-gateway&response_type=code&scope=openid&state=s&ui_locales=en"
                        + "&code_challenge_method=S256&code_challenge=" + CHALLENGE + "&redirect_uri="
                        + URLEncoder.encode(REDIRECT, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> open(URI uri) {
        return follow(send(HttpRequest.newBuilder(uri)));
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) {
        var next = answer.headers().firstValue("Location").orElse("");
        return next.isEmpty() || next.startsWith(REDIRECT)
                ? answer
                : follow(send(HttpRequest.newBuilder(answer.uri().resolve(next))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            if (!cookies.isEmpty()) {
                request.setHeader(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String unescaped(String address) {
        return address.replace("&amp;", "&");
    }
}
