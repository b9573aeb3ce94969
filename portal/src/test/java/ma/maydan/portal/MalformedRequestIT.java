package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tomcat refuses before a page is looked for; the gateway lets none of it through. */
class MalformedRequestIT extends PortalTest {

    @ParameterizedTest
    @ValueSource(strings = {"GET /fr/%00 HTTP/1.1", "GET /fr%2Fevents HTTP/1.1", "GET /[x] HTTP/1.1", "G<T / HTTP/1.1"})
    void isAnsweredInOneLineThatTellsNothingOfTheServer(String line) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .endsWith("400 BAD_REQUEST")
                    .doesNotContain("Tomcat", "Exception", "<html");
        }
    }
}
