package ma.maydan.system;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A request as bytes, so that it can say what no careful client sends.
 *
 * @param headers whole lines
 * @param body its length is told unless a header frames it otherwise
 */
record RawRequest(String method, String target, List<String> headers, String body) {

    /** Milliseconds of silence after which there is no answer; the portal ends every body and upstream before that. */
    private static final int SILENCE = 20_000;

    /** With this line in place of all that have its name. */
    RawRequest with(String line) {
        return without(nameOf(line)).and(line);
    }

    RawRequest without(String name) {
        return headers(headers.stream().filter(header -> !nameOf(header).equals(name)));
    }

    /** With this line beside all others. */
    RawRequest and(String line) {
        return headers(Stream.concat(headers.stream(), Stream.of(line)));
    }

    RawRequest by(String other) {
        return new RawRequest(other, target, headers, body);
    }

    RawRequest to(String other) {
        return new RawRequest(method, other, headers, body);
    }

    /** With this in the query, beside what is there. */
    RawRequest asking(String parameter) {
        return to(target + (target.contains("?") ? "&" : "?") + parameter);
    }

    RawRequest sending(String other) {
        return new RawRequest(method, target, headers, other);
    }

    /** @throws IOException when the server says nothing, or hangs up before it has said all */
    RawAnswer sentTo(URI server) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(SILENCE);
            try {
                socket.getOutputStream().write(toString().getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException refused) {
                // Before all of it was said; the reason is there to be read.
            }
            return RawAnswer.read(socket.getInputStream(), method);
        }
    }

    /** What is sent; a character is a byte. */
    @Override
    public String toString() {
        var framed = headers.stream()
                .map(RawRequest::nameOf)
                .anyMatch(List.of("content-length", "transfer-encoding")::contains);
        var length = framed || body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n" + length + "\r\n" + body;
    }

    private RawRequest headers(Stream<String> lines) {
        return new RawRequest(method, target, lines.toList(), body);
    }

    private static String nameOf(String line) {
        return line.split(":", 2)[0].toLowerCase(Locale.ROOT);
    }
}
