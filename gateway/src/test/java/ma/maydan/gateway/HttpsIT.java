package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people reach at an https address stays on https. */
class HttpsIT {

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.open("maydan.gateway.public-uri=https://maydan.example");
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @BeforeEach
    void reset() {
        Door.resetAll();
    }

    @Test
    void everyAnswerTellsTheBrowserToStayOnHttps() {
        for (var path : new String[] {"/fr/", "/api/v1/events", "/login", "/api/v1/none"}) {
            assertThat(Door.header(door.get(path), "Strict-Transport-Security"))
                    .as(path)
                    .startsWith("max-age=31536000");
        }
    }

    @Test
    void cookiesGoOverHttpsOnly() {
        var start = door.get("/login?lang=fr&next=/fr/");
        assertThat(start.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(HttpsIT::isOfThisHostAlone);

        var authorization = URI.create(Door.header(start, "Location"));
        assertThat(StubRealm.parameters(authorization.getRawQuery()))
                .containsEntry("redirect_uri", "https://maydan.example/login/oauth2/code/keycloak");
        var back = door.get(
                Door.callback(Door.REALM.signIn("amina", authorization), authorization), "Cookie", Door.cookie(start));

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("__Host-MAYDAN_SESSION="))
                .allMatch(HttpsIT::isOfThisHostAlone);
    }

    @Test
    void aCookieWithoutThePrefixIsNotBelievedAndNoneOfOursGoesBehindTheGateway() {
        var session = door.signIn("amina");

        door.get("/fr/", "Accept", "text/html", "Cookie", session.replace("__Host-", "") + "; lang=fr");
        assertThat(Door.PORTAL.last().header("Authorization")).isNull();

        door.get("/fr/", "Accept", "text/html", "Cookie", session + "; MAYDAN_SESSION=x; lang=fr");
        assertThat(Door.PORTAL.last().header("Authorization")).isNotNull();
        assertThat(Door.PORTAL.last().header("Cookie")).isEqualTo("lang=fr");
    }

    /** RFC 6265bis, section 4.1.3.2. */
    private static boolean isOfThisHostAlone(String cookie) {
        return cookie.startsWith("__Host-")
                && cookie.contains("; Secure")
                && cookie.contains("; Path=/;")
                && !cookie.contains("Domain");
    }
}
