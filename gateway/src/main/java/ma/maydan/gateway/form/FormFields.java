package ma.maydan.gateway.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.maydan.gateway.body.Bodies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * What was typed in a form.
 *
 * @param encoded as {@code application/x-www-form-urlencoded}
 * @param files whether files were among it, which are left out
 */
record FormFields(byte[] encoded, boolean files) {

    /** What a person types is a good deal less; a file may be more and is not kept. */
    static final int LONGEST = 256 * 1024;

    private static final Pattern NAME = Pattern.compile("; name=\"([^\"]{1,200})\"");

    /** The fields of the request's body; nothing when it is no form or longer than {@link #LONGEST} bytes. */
    static Optional<FormFields> read(HttpServletRequest request) throws IOException {
        var type = type(request.getContentType());
        if (type == null || request.getContentLengthLong() > LONGEST) {
            return Optional.empty();
        }
        var multipart = MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(type);
        if (!multipart && !MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type)) {
            return Optional.empty();
        }
        var here = Bodies.received(request);
        var body = here.isPresent() ? here.get() : request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return Optional.empty();
        }
        var boundary = type.getParameter("boundary");
        return !multipart
                ? Optional.of(new FormFields(body, false))
                : Optional.ofNullable(boundary)
                        .map(given ->
                                ofParts(new String(body, StandardCharsets.ISO_8859_1), "--" + given.replace("\"", "")));
    }

    /** RFC 7578. One character a byte, so that what is between the delimiters stays as it is. */
    private static FormFields ofParts(String body, String delimiter) {
        var pairs = new ArrayList<String>();
        var files = false;
        for (var start = body.indexOf(delimiter); start >= 0; ) {
            var next = body.indexOf("\r\n" + delimiter, start + delimiter.length());
            var content = body.indexOf("\r\n\r\n", start);
            if (next < 0 || content < 0 || content > next) {
                break;
            }
            var head = body.substring(start, content);
            var name = NAME.matcher(head);
            if (head.contains("; filename=")) {
                files |= next > content + 4;
            } else if (name.find()) {
                pairs.add(encoded(name.group(1)) + "=" + encoded(body.substring(content + 4, next)));
            }
            start = next + 2;
        }
        return new FormFields(String.join("&", pairs).getBytes(StandardCharsets.US_ASCII), files);
    }

    private static String encoded(String bytes) {
        return URLEncoder.encode(
                new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
    }

    private static @Nullable MediaType type(@Nullable String contentType) {
        try {
            return contentType == null ? null : MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException malformed) {
            return null;
        }
    }
}
