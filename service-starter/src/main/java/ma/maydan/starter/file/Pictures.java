package ma.maydan.starter.file;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/** Takes pictures, and hands them out. */
public final class Pictures {

    /** What one needs in memory while it is read is bounded, so that is how many are read at once. */
    private static final int TOGETHER = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FileStore files;
    private final Semaphore turns = new Semaphore(TOGETHER);

    Pictures(FileStore files) {
        this.files = files;
    }

    /**
     * Keeps a picture, a JPEG or PNG, written anew in two sizes without anything but its pixels. Unless somebody holds
     * it within an hour, it is deleted.
     *
     * @return its id
     * @throws ProblemException 422 at {@code /file} with {@code required}, {@code picture-type}, {@code
     *     picture-dimensions} or {@code picture-unreadable}; 503 when too many come at once
     */
    public String keep(@Nullable MultipartFile sent, PictureUse use) {
        return keep(sent, use, List.of());
    }

    /**
     * The same of one that came with something else, which is looked at as well: whoever has two mistakes to correct
     * learns of both.
     *
     * @param beside what is wrong with that; nothing is kept then
     * @throws ProblemException as above, with what is wrong with the file first
     */
    public String keep(@Nullable MultipartFile sent, PictureUse use, List<FieldProblem> beside) {
        if (sent == null || sent.isEmpty()) {
            throw wrong("required", beside);
        }
        var id = UUID.randomUUID().toString();
        var turn = false;
        try {
            turn = turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!turn) {
                throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable")
                        .header(HttpHeaders.RETRY_AFTER, String.valueOf(PATIENCE.toSeconds()));
            }
            keep(id, sent, use, beside);
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            if (turn) {
                turns.release();
            }
        }
    }

    private void keep(String id, MultipartFile sent, PictureUse use, List<FieldProblem> beside) throws IOException {
        PictureReader.Picture picture;
        try (var content = new BufferedInputStream(sent.getInputStream())) {
            picture = PictureReader.read(content, use.large());
        } catch (PictureReader.UnfitException unfit) {
            throw wrong(unfit.code(), beside);
        }
        if (!beside.isEmpty()) {
            throw ProblemException.invalidFields(beside);
        }
        files.expect(id);
        for (var size : PictureSize.values()) {
            var written = PictureWriter.write(picture, use.side(size));
            files.put(id, size, written.type(), written.content());
        }
    }

    private static ProblemException wrong(String code, List<FieldProblem> beside) {
        var all = new ArrayList<>(List.of(new FieldProblem("/file", code, null)));
        all.addAll(beside);
        return ProblemException.invalidFields(all);
    }

    /**
     * A picture to show, or the part of it that is asked for. It never changes under its id, so it may be kept by
     * whoever names that; everybody else asks each time.
     *
     * @param id null when there is none
     * @param named the id that the caller has read, or null for whatever is there now
     * @param everybody whether everybody may see it
     * @throws ProblemException 404 when there is none, or another than the caller names
     */
    public ResponseEntity<Resource> show(
            @Nullable String id,
            PictureSize size,
            @Nullable String named,
            boolean everybody,
            HttpServletRequest request) {
        if (id == null || named != null && !named.equals(id)) {
            throw ProblemException.notFound();
        }
        var stored = files.find(id, size).orElseThrow(ProblemException::notFound);
        var tag = "\"" + id + "-" + size.code() + "\"";
        var caching = named == null
                ? CacheControl.noCache()
                : CacheControl.maxAge(Duration.ofDays(30)).immutable();
        var ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        // A part of another picture than the caller has begun with would be of no use: RFC 9110, section 13.1.5.
        var inParts = ifRange == null || ifRange.equals(tag);
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(everybody ? caching.cachePublic() : caching.cachePrivate())
                .contentType(stored.type())
                .contentLength(stored.contentLength())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().build().toString())
                .body(inParts ? stored : new InputStreamResource(stored.getInputStream()));
    }
}
