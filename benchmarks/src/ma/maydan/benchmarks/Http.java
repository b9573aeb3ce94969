package ma.maydan.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A connection kept open; as little of HTTP as leaves the processors to what is measured. */
final class Http implements AutoCloseable {

    /** After so long unused a connection is made anew, before its server closes it. */
    private static final long IDLE_NANOS = 5_000_000_000L;

    private final int port;
    private Socket socket;
    private long usedAt;
    private InputStream in;

    Http(int port) {
        this.port = port;
    }

    /**
     * An answer.
     *
     * @param retryAfter whether it names when to come again
     */
    record Answer(int status, String body, boolean retryAfter) {

        private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

        Answer ok() throws IOException {
            if (status / 100 != 2) {
                throw new IOException(status + " " + body);
            }
            return this;
        }

        /** Of a page of a list; empty for the last. */
        String nextCursor() {
            var found = NEXT.matcher(body);
            return found.find() ? found.group(1) : "";
        }

        int items() {
            return (body.length() - body.replace("\"version\":", "").length()) / "\"version\":".length();
        }

        String member(String name) {
            var at = body.indexOf("\"" + name + "\":\"");
            return at < 0 ? "" : body.substring(at + name.length() + 4, body.indexOf('"', at + name.length() + 4));
        }
    }

    Answer get(String path, String token) throws IOException {
        return send("GET " + path, token, "");
    }

    Answer post(String path, String token, String idempotencyKey) throws IOException {
        return send("POST " + path, token, "Idempotency-Key: " + idempotencyKey + "\r\nContent-Length: 0\r\n");
    }

    private Answer send(String line, String token, String headers) throws IOException {
        open();
        var request = line + " HTTP/1.1\r\nHost: localhost\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n") + headers + "\r\n";
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return read();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        if (System.nanoTime() - usedAt > IDLE_NANOS) {
            close();
        }
        usedAt = System.nanoTime();
        if (socket == null) {
            socket = new Socket();
            socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
    }

    private Answer read() throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        var length = -1;
        var last = false;
        var retryAfter = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            last |= header.equalsIgnoreCase("Connection: close");
            retryAfter |= header.regionMatches(true, 0, "Retry-After:", 0, 12);
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        var body = length >= 0 ? new String(in.readNBytes(length), StandardCharsets.UTF_8) : chunks();
        if (last) {
            close();
        }
        return new Answer(status, body, retryAfter);
    }

    private String chunks() throws IOException {
        var body = new java.io.ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toString(StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var text = new StringBuilder(64);
        for (var character = in.read(); character != '\n'; character = in.read()) {
            if (character < 0) {
                throw new IOException("The connection was closed");
            }
            if (character != '\r') {
                text.append((char) character);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
