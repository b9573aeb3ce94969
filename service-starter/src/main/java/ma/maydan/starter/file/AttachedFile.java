package ma.maydan.starter.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.PlainText;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file that stays as it came: a PDF, PNG or JPEG of {@value #MOST} bytes at most. Nobody has looked through it, so it is
 * handed out to be kept, never to be shown.
 *
 * @param name in one line of {@value #LONGEST_NAME} characters at most, which ends as its type does
 * @param type what its content says; what its sender said is nowhere
 * @param size in bytes
 * @param content null where it was not read
 */
public record AttachedFile(
        String name, String type, int size, @Nullable Binary content) {

    public static final int MOST = 5 * 1024 * 1024;

    static final int LONGEST_NAME = 100;

    /** The ends of names, by type; the first where a name has another one. */
    private static final Map<MediaType, List<String>> ENDS = Map.of(
            MediaType.APPLICATION_PDF, List.of(".pdf"),
            MediaType.IMAGE_PNG, List.of(".png"),
            MediaType.IMAGE_JPEG, List.of(".jpg", ".jpeg"));

    /**
     * @throws ProblemException 422 at {@code /file} with {@code required}, {@code attached-file-too-large} or {@code
     *     attached-file-type}
     */
    public static AttachedFile read(@Nullable MultipartFile sent) {
        if (sent == null || sent.isEmpty()) {
            throw refused("required");
        }
        if (sent.getSize() > MOST) {
            throw refused("attached-file-too-large");
        }
        try (var content = new BufferedInputStream(sent.getInputStream())) {
            var type = PictureReader.typeOf(content);
            var ends = ENDS.get(type);
            if (ends == null) {
                throw refused("attached-file-type");
            }
            var bytes = content.readAllBytes();
            return new AttachedFile(
                    name(sent.getOriginalFilename(), ends), type.toString(), bytes.length, new Binary(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException refused(String code) {
        return ProblemException.invalidField("/file", code);
    }

    /** What browsers send of a path, and what cannot be shown, is left out. */
    static String name(@Nullable String sent, List<String> ends) {
        var whole = Objects.requireNonNullElse(sent, "").replace('\\', '/');
        var line = whole.substring(whole.lastIndexOf('/') + 1).replaceAll("[\\p{Cntrl}\"<>|:*?]", " ");
        var name = PlainText.is(line) ? PlainText.of(line) : "";
        var end = ends.stream()
                .filter(one -> name.toLowerCase(Locale.ROOT).endsWith(one))
                .findFirst()
                .orElse(null);
        var stem = end == null ? name : name.substring(0, name.length() - end.length());
        var most = stem.codePointCount(0, stem.length());
        var kept = most <= LONGEST_NAME - 5 ? stem : stem.substring(0, stem.offsetByCodePoints(0, LONGEST_NAME - 5));
        return (kept.isBlank() ? "file" : kept.strip()) + Objects.requireNonNullElse(end, ends.getFirst());
    }

    /** To be kept by who may read it, under its name. */
    public ResponseEntity<byte[]> handedOut() {
        return Download.of(name, MediaType.parseMediaType(type))
                .body(Objects.requireNonNull(content).getData());
    }
}
