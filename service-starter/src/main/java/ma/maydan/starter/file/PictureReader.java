package ma.maydan.starter.file;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.http.MediaType;

/**
 * Reads pictures that strangers send. What one is, its content says, never its name; only its size is read before it is
 * known that there is room for it.
 */
final class PictureReader {

    private static final Set<MediaType> TAKEN = Set.of(MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG);

    /** A camera's; in pixels. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final int LONGEST_SIDE = 20_000;

    private PictureReader() {}

    /** Of the content that begins so; the stream is marked, and back at its mark afterwards. */
    static MediaType typeOf(InputStream content) throws IOException {
        return MediaType.parseMediaType(MimeTypes.getDefaultMimeTypes()
                .detect(content, new Metadata())
                .getBaseType()
                .toString());
    }

    /**
     * Upright, with no more than twice as many pixels a side as are asked for, and nothing beside the pixels.
     *
     * @param content can be marked
     * @throws UnfitException {@code picture-type}, {@code picture-dimensions} for one of more than 50 million pixels or
     *     20,000 a side, {@code picture-unreadable}
     */
    static Picture read(InputStream content, int side) throws IOException, UnfitException {
        var type = typeOf(content);
        if (!TAKEN.contains(type)) {
            throw new UnfitException("picture-type");
        }
        var reader = ImageIO.getImageReadersByMIMEType(type.toString()).next();
        try (var input = new MemoryCacheImageInputStream(content)) {
            // What else is in a PNG may be compressed many times over; of a JPEG, its rotation is wanted.
            reader.setInput(input, false, type.equals(MediaType.IMAGE_PNG));
            return new Picture(type, decode(reader, side));
        } catch (IOException | RuntimeException unreadable) {
            throw new UnfitException("picture-unreadable");
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decode(ImageReader reader, int side) throws IOException, UnfitException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        var longest = Math.max(width, height);
        if (longest > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new UnfitException("picture-dimensions");
        }
        var parameters = reader.getDefaultReadParam();
        var step = Math.ceilDiv(longest, 2 * side);
        parameters.setSourceSubsampling(step, step, 0, 0);
        var image = reader.read(0, parameters);
        return ExifFilterUtils.getFilterForOrientation(orientation(reader)).apply(image);
    }

    private static Orientation orientation(ImageReader reader) {
        try {
            var said = ExifUtils.getExifOrientation(reader, 0);
            return said == null ? Orientation.TOP_LEFT : said;
        } catch (IOException | RuntimeException none) {
            return Orientation.TOP_LEFT;
        }
    }

    /** It is not taken, by this code. */
    static final class UnfitException extends Exception {

        private static final long serialVersionUID = 1L;

        UnfitException(String code) {
            super(code, null, false, false);
        }

        String code() {
            return String.valueOf(getMessage());
        }
    }

    /** @param type of the file that it came in */
    record Picture(MediaType type, BufferedImage image) {}
}
