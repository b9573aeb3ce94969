package ma.maydan.local;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A pattern of eight-pointed stars, in colors of its own for each seed. */
final class DemoPicture {

    /** The type of {@link #form}. */
    static final String FORM = "multipart/form-data; boundary=demo";

    private static final String BOUNDARY = "demo";
    private static final String ALT = """
        {"alt":{"ar":"زخرفة من نجوم ثمانية (تجريبي)","fr":"Un motif d’étoiles à huit branches (DEMO)","en":"A pattern of eight-pointed stars (DEMO)"}}\
        """;
    private static final int STAR = 160;

    private DemoPicture() {}

    /** A PNG of this size in pixels. */
    static byte[] draw(String seed, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var hue = Math.floorMod(seed.toLowerCase(Locale.ROOT).hashCode(), 360) / 360f;
        canvas.setColor(Color.getHSBColor(hue, 0.65f, 0.35f));
        canvas.fillRect(0, 0, width, height);
        for (var x = 0; x <= width; x += STAR) {
            for (var y = 0; y <= height; y += STAR) {
                star(canvas, x, y, STAR * 0.48, Color.getHSBColor(hue, 0.45f, 0.55f));
                star(canvas, x, y, STAR * 0.28, Color.getHSBColor(hue + 0.1f, 0.35f, 0.9f));
            }
        }
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Two squares, one turned by an eighth. */
    private static void star(Graphics2D canvas, double x, double y, double radius, Color color) {
        canvas.setColor(color);
        var half = radius * Math.sqrt(0.5);
        var square = new Rectangle2D.Double(-half, -half, 2 * half, 2 * half);
        for (var turn = 0; turn < 2; turn++) {
            var place = AffineTransform.getTranslateInstance(x, y);
            place.rotate(Math.PI / 4 * turn);
            canvas.fill(place.createTransformedShape(square));
        }
    }

    /** A picture with its words, as RFC 7578 has it. */
    static byte[] form(byte[] png) {
        var body = new ByteArrayOutputStream();
        file(body, png);
        body.writeBytes(part("\r\n--" + BOUNDARY, "details", "application/json"));
        body.writeBytes(ALT.getBytes(StandardCharsets.UTF_8));
        return ended(body);
    }

    /** The same without words. */
    static byte[] fileAlone(byte[] png) {
        var body = new ByteArrayOutputStream();
        file(body, png);
        return ended(body);
    }

    private static void file(ByteArrayOutputStream body, byte[] png) {
        body.writeBytes(part("--" + BOUNDARY, "file\"; filename=\"demo.png", "image/png"));
        body.writeBytes(png);
    }

    private static byte[] ended(ByteArrayOutputStream body) {
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static byte[] part(String delimiter, String name, String type) {
        return (delimiter + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
