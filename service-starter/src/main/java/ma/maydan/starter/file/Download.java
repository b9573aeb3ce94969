package ma.maydan.starter.file;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as it came, handed out to be kept and never to be shown: no browser runs what may be in it. */
final class Download {

    private Download() {}

    /** For nobody but who asked. */
    static ResponseEntity.BodyBuilder of(String name, MediaType type) {
        var plain = StandardCharsets.US_ASCII.newEncoder().canEncode(name);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, plain ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }
}
