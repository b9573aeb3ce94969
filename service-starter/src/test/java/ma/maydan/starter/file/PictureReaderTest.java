package ma.maydan.starter.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;

/** Pictures as strangers send them. */
class PictureReaderTest {

    private static final String SECRET = "33.5731N 7.5898W";

    @Test
    void aPhotographIsUprightAndSaysNothingOfWhereItWasTaken() throws Exception {
        var lying = withExif(jpeg(halves(40, 20)));
        assertThat(text(lying)).contains(SECRET);

        var picture = read(lying, 100);
        assertThat(picture.image().getWidth()).isEqualTo(20);
        assertThat(picture.image().getHeight()).isEqualTo(40);
        assertThat(new Color(picture.image().getRGB(10, 5)).getRed())
                .as("its left half is on top")
                .isGreaterThan(200);
        var written = PictureWriter.write(picture, 100);
        assertThat(written.type()).isEqualTo(MediaType.IMAGE_JPEG);
        assertThat(text(written.content())).doesNotContain(SECRET, "Exif");
    }

    @Test
    void aDrawingStaysSharpAndLetsThroughWhatItLetThrough() throws Exception {
        var drawing = new BufferedImage(300, 200, BufferedImage.TYPE_INT_ARGB);
        var written = PictureWriter.write(read(png(drawing), 100), 100);
        assertThat(written.type()).isEqualTo(MediaType.IMAGE_PNG);
        var image = ImageIO.read(new ByteArrayInputStream(written.content()));
        assertThat(image.getWidth()).isEqualTo(100);
        assertThat(image.getHeight()).isEqualTo(67);
        assertThat(image.getColorModel().hasAlpha()).isTrue();
    }

    @Test
    void aSmallOneIsNotMadeLarger() throws Exception {
        assertThat(PictureWriter.write(read(png(halves(10, 10)), 100), 100).content())
                .satisfies(content -> assertThat(
                                ImageIO.read(new ByteArrayInputStream(content)).getWidth())
                        .isEqualTo(10));
    }

    @Test
    void ofALargeOneNoMoreIsReadThanIsNeeded() throws Exception {
        var large = read(png(new BufferedImage(20_000, 2_000, BufferedImage.TYPE_BYTE_BINARY)), 640);
        assertThat(large.image().getWidth()).isLessThanOrEqualTo(1280);
    }

    @Test
    void whatElseIsInTheFileIsGone() throws Exception {
        var script = "<script>alert(1)</script>";
        for (var picture : new byte[][] {jpeg(halves(40, 20)), png(halves(40, 20))}) {
            var both = joined(picture, script.getBytes(UTF_8), zip());
            assertThat(text(PictureWriter.write(read(both, 100), 100).content()))
                    .doesNotContain(script, "bomb.txt");
        }
    }

    static Stream<Arguments> noPictures() throws Exception {
        var eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
        return Stream.of(
                Arguments.of("text", "not a picture".getBytes(UTF_8)),
                Arguments.of("eicar", eicar.getBytes(UTF_8)),
                Arguments.of("svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".getBytes(UTF_8)),
                Arguments.of("html", "<!DOCTYPE html><html><script>1</script></html>".getBytes(UTF_8)),
                Arguments.of("pdf", "%PDF-1.7\n".getBytes(UTF_8)),
                Arguments.of("zip", zip()),
                Arguments.of("gif", "GIF89a\1\0\1\0\0\0\0;".getBytes(ISO_8859_1)),
                Arguments.of(
                        "a page that begins like a picture's comment",
                        "<!--\u00ff\u00d8\u00ff-->".getBytes(ISO_8859_1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noPictures")
    void whatIsNoPictureIsRefused(String what, byte[] content) {
        refused("picture-type", content);
    }

    @Test
    void oneThatClaimsToBeHugeIsRefusedUnread() throws Exception {
        refused("picture-dimensions", header(50_000, 50_000));
        refused("picture-dimensions", header(20_001, 10));
        refused("picture-dimensions", header(10_000, 5_001));
    }

    @Test
    void oneThatEndsHalfWayOrIsBrokenIsRefused() throws Exception {
        var whole = png(halves(400, 300));
        refused("picture-unreadable", Arrays.copyOf(whole, whole.length / 2));
        refused("picture-unreadable", Arrays.copyOf(jpeg(halves(40, 20)), 30));
        var broken = whole.clone();
        Arrays.fill(broken, 40, whole.length, (byte) 0);
        refused("picture-unreadable", broken);
        refused("picture-unreadable", header(0, 0));
    }

    private static void refused(String code, byte[] content) {
        assertThatThrownBy(() -> read(content, 100))
                .isInstanceOf(PictureReader.UnfitException.class)
                .hasMessage(code);
    }

    private static PictureReader.Picture read(byte[] content, int side) throws Exception {
        return PictureReader.read(new ByteArrayInputStream(content), side);
    }

    /** Its left half red, its right half blue. */
    private static BufferedImage halves(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width, height);
        canvas.dispose();
        return image;
    }

    private static byte[] jpeg(BufferedImage image) throws Exception {
        return encoded(image, "jpeg");
    }

    private static byte[] png(BufferedImage image) throws Exception {
        return encoded(image, "png");
    }

    private static byte[] encoded(BufferedImage image, String format) throws Exception {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** Exif 2.32: one entry, the orientation "rotated by 90 degrees", and behind it what a camera adds. */
    private static byte[] withExif(byte[] jpeg) {
        var tiff = HexFormat.of()
                .parseHex("4d4d002a00000008" + "0001" + "0112" + "0003" + "00000001" + "00060000" + "00000000");
        var payload = joined("Exif\0\0".getBytes(ISO_8859_1), tiff, SECRET.getBytes(ISO_8859_1));
        var length = payload.length + 2;
        var segment = joined(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length}, payload);
        // Behind the start of the image and its first segment.
        var at = 4 + ((jpeg[4] & 0xff) << 8 | jpeg[5] & 0xff);
        return joined(Arrays.copyOf(jpeg, at), segment, Arrays.copyOfRange(jpeg, at, jpeg.length));
    }

    /** The beginning of a PNG (ISO/IEC 15948), which says how large it is. */
    private static byte[] header(int width, int height) throws Exception {
        var chunk = new ByteArrayOutputStream();
        var data = new DataOutputStream(chunk);
        data.writeBytes("IHDR");
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        var checksum = new CRC32();
        checksum.update(chunk.toByteArray());
        var all = new ByteArrayOutputStream();
        var file = new DataOutputStream(all);
        file.write(HexFormat.of().parseHex("89504e470d0a1a0a"));
        file.writeInt(13);
        file.write(chunk.toByteArray());
        file.writeInt((int) checksum.getValue());
        file.write(HexFormat.of().parseHex("0000000049444154"));
        return all.toByteArray();
    }

    private static byte[] zip() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb.txt"));
            zip.write(new byte[10_000_000]);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
