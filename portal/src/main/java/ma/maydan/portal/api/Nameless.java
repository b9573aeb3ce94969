package ma.maydan.portal.api;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;
import org.springframework.web.multipart.MultipartFile;

/** A file that somebody sends, on its way to a service: what it is called is nobody's business. */
public final class Nameless extends AbstractResource {

    private final MultipartFile file;

    public Nameless(MultipartFile file) {
        this.file = file;
    }

    @Override
    public String getFilename() {
        return "file";
    }

    @Override
    public long contentLength() {
        return file.getSize();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return file.getInputStream();
    }

    @Override
    public String getDescription() {
        return "file";
    }
}
