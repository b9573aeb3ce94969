package ma.maydan.local.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * A mail as one of its recipients got it.
 *
 * @param id higher for what came later
 * @param to whom the sender's server named, which {@code To} need not
 * @param headers as they were sent, on one line each, in their order
 * @param file the whole of it
 */
public record Mail(long id, Instant received, String to, List<Field> headers, Path file) {

    static final String RECIPIENT = "Delivered-To";

    /** One line of the head of a mail. */
    public record Field(String name, String value) {}

    /** Reads the head alone. */
    static Mail in(Path file) {
        try (var in = Files.newInputStream(file)) {
            var headers = Collections.list(new InternetHeaders(in, true).getAllHeaders()).stream()
                    .map(header -> new Field(header.getName(), oneLine(header)))
                    .toList();
            var name = file.getFileName().toString();
            return new Mail(
                    Long.parseLong(name.substring(0, name.indexOf('.'))),
                    Files.getLastModifiedTime(file).toInstant(),
                    value(headers, RECIPIENT),
                    headers,
                    file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(file + " cannot be read as a mail", e);
        }
    }

    public String from() {
        return decoded("From");
    }

    public String subject() {
        return decoded("Subject");
    }

    /** With its angle brackets; empty if it has none. */
    public String messageId() {
        return header("Message-ID");
    }

    /** The first of this name as it was sent; empty if there is none. */
    public String header(String name) {
        return value(headers, name);
    }

    /** Its body, read at each call. */
    public Content content() {
        return Content.in(file);
    }

    private String decoded(String name) {
        try {
            return MimeUtility.decodeText(header(name));
        } catch (UnsupportedEncodingException e) {
            return header(name);
        }
    }

    private static String oneLine(Header header) {
        return header.getValue() == null ? "" : MimeUtility.unfold(header.getValue());
    }

    private static String value(List<Field> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }
}
