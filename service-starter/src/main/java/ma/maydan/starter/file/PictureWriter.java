package ma.maydan.starter.file;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import net.coobird.thumbnailator.Thumbnails;
import org.springframework.http.MediaType;

/** Writes pictures anew, so that nothing of the file they came in is left but what can be seen. */
final class PictureWriter {

    /** A drawing is small and sharp as a PNG; what is larger is a photograph in the wrong file. */
    private static final int LARGEST_DRAWING = 1024 * 1024;

    private static final float QUALITY = 0.85f;

    private PictureWriter() {}

    record Written(MediaType type, byte[] content) {}

    /** With no side longer than this. */
    static Written write(PictureReader.Picture picture, int side) throws IOException {
        var image = within(side, picture.image());
        if (picture.type().equals(MediaType.IMAGE_PNG)) {
            var drawn = new ByteArrayOutputStream();
            ImageIO.write(image, "png", drawn);
            if (image.getColorModel().hasAlpha() || drawn.size() <= LARGEST_DRAWING) {
                return new Written(MediaType.IMAGE_PNG, drawn.toByteArray());
            }
        }
        return new Written(MediaType.IMAGE_JPEG, jpeg(opaque(image)));
    }

    private static BufferedImage within(int side, BufferedImage image) throws IOException {
        return Math.max(image.getWidth(), image.getHeight()) <= side
                ? image
                : Thumbnails.of(image).size(side, side).asBufferedImage();
    }

    private static BufferedImage opaque(BufferedImage image) {
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var canvas = opaque.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return opaque;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
