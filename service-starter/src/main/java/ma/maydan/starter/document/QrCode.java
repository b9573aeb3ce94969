package ma.maydan.starter.document;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A QR code (ISO/IEC 18004) of squares. */
final class QrCode {

    /** The free space around it, in modules, without which readers do not find it. */
    private static final int QUIET = 4;

    private final ByteMatrix modules;

    QrCode(String content) {
        try {
            modules = Encoder.encode(content, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Draws it with its free space as a square whose lower left corner is at a place. */
    void draw(Sheets sheets, double x, double y, double side) {
        sheets.rectangle(Color.WHITE, x, y, side, side);
        var module = side / (modules.getWidth() + 2 * QUIET);
        for (var row = 0; row < modules.getHeight(); row++) {
            for (var from = 0; from < modules.getWidth(); from++) {
                var to = from;
                while (to < modules.getWidth() && modules.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    sheets.rectangle(
                            Color.BLACK,
                            x + (QUIET + from) * module,
                            y + side - (QUIET + row + 1) * module,
                            (to - from) * module,
                            module);
                    from = to;
                }
            }
        }
    }
}
