package ma.maydan.gateway.body;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ma.maydan.starter.web.BodyLimitFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Finds one short field in the bytes of a form, and leaves them as they are. */
final class FormField {

    private FormField() {}

    static boolean isForm(@Nullable String contentType) {
        return BodyLimitFilter.bringsFiles(contentType)
                || contentType != null
                        && contentType.regionMatches(true, 0, MediaType.APPLICATION_FORM_URLENCODED_VALUE, 0, 33);
    }

    /** The first value in the first {@code length} bytes, from {@code application/x-www-form-urlencoded} or {@code multipart/form-data}. */
    static Optional<String> find(String name, byte[] body, int length, @Nullable String contentType) {
        if (contentType == null || length == 0) {
            return Optional.empty();
        }
        try {
            var type = MediaType.parseMediaType(contentType);
            if (MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type)) {
                return inPairs(name, text(body, length));
            }
            var boundary = type.getParameter("boundary");
            return MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(type) && boundary != null
                    ? inParts(name, text(body, length), "--" + boundary.replace("\"", ""))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> inPairs(String name, String body) {
        for (var start = 0; start <= body.length(); ) {
            var end = body.indexOf('&', start);
            end = end < 0 ? body.length() : end;
            if (body.startsWith(name + "=", start)) {
                return Optional.of(
                        URLDecoder.decode(body.substring(start + name.length() + 1, end), StandardCharsets.UTF_8));
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    private static Optional<String> inParts(String name, String body, String delimiter) {
        for (var start = body.indexOf(delimiter); start >= 0; ) {
            var next = body.indexOf("\r\n" + delimiter, start + delimiter.length());
            if (next < 0) {
                return Optional.empty();
            }
            var head = body.indexOf("\r\n\r\n", start);
            if (head > 0 && head < next && body.substring(start, head).contains("; name=\"" + name + "\"")) {
                return Optional.of(body.substring(head + 4, next));
            }
            start = next + 2;
        }
        return Optional.empty();
    }

    /** One character a byte: the field that is looked for is ASCII, the others are not read. */
    private static String text(byte[] body, int length) {
        return new String(body, 0, length, StandardCharsets.ISO_8859_1);
    }
}
