package ma.maydan.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a mail.
 *
 * @param text null if it has no such part; of a mail that is not well-formed the whole of it
 * @param html null if it has no such part
 */
public record Content(@Nullable String text, @Nullable String html, List<Attachment> attachments) {

    /** Everything else that came with it. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    public record Attachment(String name, String type, byte[] bytes) {}

    static Content in(Path file) {
        try (var in = Files.newInputStream(file)) {
            var parts = new ArrayList<Part>();
            leaves(new MimeMessage(null, in), parts);
            var text = taken(parts, "text/plain");
            var html = taken(parts, "text/html");
            var attachments = new ArrayList<Attachment>();
            for (var part : parts) {
                attachments.add(attachment(part));
            }
            return new Content(text, html, List.copyOf(attachments));
        } catch (MessagingException | IOException e) {
            return new Content(whole(file), null, List.of());
        }
    }

    private static void leaves(Part part, List<Part> found) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (var i = 0; i < several.getCount(); i++) {
                leaves(several.getBodyPart(i), found);
            }
        } else {
            found.add(part);
        }
    }

    /** Takes the first part of this type that is meant to be read out of the list. */
    private static @Nullable String taken(List<Part> parts, String type) throws MessagingException, IOException {
        for (var part : parts) {
            if (part.isMimeType(type) && part.getFileName() == null) {
                parts.remove(part);
                return string(part);
            }
        }
        return null;
    }

    private static String string(Part part) throws MessagingException, IOException {
        try {
            return String.valueOf(part.getContent());
        } catch (UnsupportedEncodingException e) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static Attachment attachment(Part part) throws MessagingException, IOException {
        var name = part.getFileName();
        return new Attachment(
                name == null ? "part" : MimeUtility.decodeText(name),
                new ContentType(part.getContentType()).getBaseType(),
                part.getInputStream().readAllBytes());
    }

    private static String whole(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
