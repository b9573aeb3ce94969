package ma.maydan.system;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * What a server answered (RFC 9112), read from its bytes.
 *
 * @param headers by their names in lower case; several of a name in one, with commas
 */
record RawAnswer(int status, Map<String, String> headers, String body) {

    /** The final answer to a request by this method. */
    static RawAnswer read(InputStream in, String method) throws IOException {
        var status = status(line(in));
        var headers = headers(in);
        while (status < 200) {
            status = status(line(in));
            headers = headers(in);
        }
        var bodiless = method.equals("HEAD") || status == 204 || status == 304;
        var bytes = bodiless ? new byte[0] : body(in, headers);
        if (headers.getOrDefault("content-encoding", "").equals("gzip") && bytes.length > 0) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        return new RawAnswer(status, headers, new String(bytes, StandardCharsets.UTF_8));
    }

    /** Empty when it is not there. */
    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.1 \\d{3}.*")) {
            throw new IOException("no status line but " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new TreeMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var parts = line.split(":", 2);
            headers.merge(parts[0].toLowerCase(Locale.ROOT), parts[1].strip(), (one, other) -> one + ", " + other);
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            var all = new ByteArrayOutputStream();
            for (var size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                all.write(exactly(in, size));
                line(in);
            }
            return all.toByteArray();
        }
        var length = headers.get("content-length");
        return length == null ? in.readAllBytes() : exactly(in, Integer.parseInt(length));
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the body ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("no answer");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
