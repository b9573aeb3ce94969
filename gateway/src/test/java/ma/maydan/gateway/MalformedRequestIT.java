package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Tomcat or the firewall refuses before any route is looked for, over a plain socket. */
class MalformedRequestIT {

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/events/%00 HTTP/1.1, 400",
        "GET /api/v1/events%2F1 HTTP/1.1, 400",
        "GET /api/v1/events/%zz HTTP/1.1, 400",
        "GET /api/v1/events/[x] HTTP/1.1, 400",
        "GET /api/v1/events;a=b HTTP/1.1, 400",
        "GET /fr/%00 HTTP/1.1, 400",
        "GET /api/v1/events?%00=x HTTP/1.1, 400",
        "GET /api/v1/events?a%0ab=x HTTP/1.1, 400",
        "GET /login?x=%zz HTTP/1.1, 400",
        "GET /login/oauth2/code/keycloak?x=%zz HTTP/1.1, 400",
        "GET // HTTP/1.1, 400",
        "GET //evil.example/fr HTTP/1.1, 400",
        "GET /a b HTTP/1.1, 400",
        "G<T / HTTP/1.1, 400",
        "GET / HTTP/9.9, 505"
    })
    void isAProblemThatTellsNothingOfTheServer(String line, int status) throws IOException {
        var upstream = Door.EVENTS.received.size();
        String answer;
        try (var socket = new Socket("localhost", URI.create(door.uri).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("\"code\":\"bad-request\"")
                .doesNotContain("Tomcat", "Exception", "<html");
        assertThat(Door.EVENTS.received.size()).isEqualTo(upstream);
    }
}
