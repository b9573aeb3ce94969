package ma.maydan.starter.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes documents that a few people read, and hands them out as they were: a PDF, JPEG or PNG. They are never shown in a
 * page of the portal, only downloaded.
 */
public final class Papers {

    private static final Set<MediaType> TAKEN =
            Set.of(MediaType.APPLICATION_PDF, MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG);

    private final FileStore files;

    Papers(FileStore files) {
        this.files = files;
    }

    /**
     * Keeps a document. Unless somebody holds it within an hour, it is deleted.
     *
     * @throws ProblemException 422 at {@code /file} with {@code required} or {@code paper-type}
     */
    public Paper keep(@Nullable MultipartFile sent, Instant now) {
        if (sent == null || sent.isEmpty()) {
            throw ProblemException.invalidField("/file", "required");
        }
        var hash = sha256();
        try (var content = new BufferedInputStream(new DigestInputStream(sent.getInputStream(), hash))) {
            var type = PictureReader.typeOf(content);
            if (!TAKEN.contains(type)) {
                throw ProblemException.invalidField("/file", "paper-type");
            }
            var id = keep(content, type);
            return new Paper(id, type.toString(), sent.getSize(), HexFormat.of().formatHex(hash.digest()), now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a file of another type, into which whoever takes it has looked. Unless somebody holds it within an hour, it is deleted. */
    public Paper keep(byte[] content, MediaType type, Instant now) {
        var id = keep(new ByteArrayInputStream(content), type);
        return new Paper(id, type.toString(), content.length, HexFormat.of().formatHex(sha256().digest(content)), now);
    }

    private String keep(InputStream content, MediaType type) {
        var id = UUID.randomUUID().toString();
        files.expect(id);
        files.put(id, PictureSize.LARGE, type, content);
        return id;
    }

    /** @throws ProblemException 404 when it is not there any more */
    public byte[] content(Paper paper) {
        try (var content = stored(paper).getInputStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileStore.Stored stored(Paper paper) {
        return files.find(paper.id(), PictureSize.LARGE).orElseThrow(ProblemException::notFound);
    }

    /**
     * A document to download, for nobody but who asked.
     *
     * @param name of the file, without its ending
     * @throws ProblemException 404 when it is not there any more
     */
    public ResponseEntity<Resource> show(Paper paper, String name) {
        var stored = stored(paper);
        return Download.of(name + "." + ending(stored.type()), stored.type())
                .contentLength(stored.contentLength())
                .body(stored);
    }

    private static String ending(MediaType type) {
        return type.equals(MediaType.IMAGE_JPEG) ? "jpg" : type.getSubtype();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
