package ma.maydan.portal.events;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import ma.maydan.portal.pattern.Motif;
import ma.maydan.portal.pattern.Pattern;
import ma.maydan.starter.document.Lettering;

/**
 * The picture of an event where its page is passed on (Open Graph), a PNG: its pattern on the side where lines end, and
 * what is to be known of it in the language of the page.
 *
 * @param brand the name of the portal
 * @param facts date, place and host, a line each
 */
record ShareCard(String brand, String kind, String title, List<String> facts, boolean rightToLeft, Pattern pattern) {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    /** Of the pattern, in cells. */
    static final int COLUMNS = 3;

    static final int ROWS = 6;

    private static final double SCALE = HEIGHT / (double) (ROWS * Pattern.CELL);
    private static final float STRIP = (float) (COLUMNS * Pattern.CELL * SCALE);
    private static final float MARGIN = 72;
    private static final float TEXT = WIDTH - STRIP - MARGIN - 48;
    private static final int TITLE_LINES = 3;

    private static final Color NIGHT = new Color(0x132650);
    private static final Color SOFT = new Color(0xc9d6f0);
    private static final Color GREEN = new Color(0x74d7b2);
    private static final Color[] TONES = {
        new Color(0x1d3568), new Color(0x2b4f95), new Color(0x0b6e4f), new Color(0xd9a441)
    };

    byte[] png() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setColor(NIGHT);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            drawPattern(graphics);
            drawTexts(graphics);
        } finally {
            graphics.dispose();
        }
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private void drawPattern(Graphics2D graphics) {
        var before = graphics.getTransform();
        graphics.translate(rightToLeft ? 0 : WIDTH - STRIP, 0);
        graphics.scale(SCALE, SCALE);
        for (var tile : pattern.tiles()) {
            graphics.setColor(TONES[tile.tone()]);
            graphics.fill(shape(Motif.KHATIM, tile));
            graphics.setColor(TONES[tile.inner()]);
            graphics.fill(shape(pattern.motif().points(), tile));
        }
        graphics.setTransform(before);
    }

    private static Path2D shape(List<Motif.Point> points, Pattern.Tile tile) {
        var path = new Path2D.Double();
        for (var point : points) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(point.x(), point.y());
            } else {
                path.lineTo(point.x(), point.y());
            }
        }
        path.closePath();
        path.transform(AffineTransform.getTranslateInstance(tile.x(), tile.y()));
        return path;
    }

    private void drawTexts(Graphics2D graphics) {
        var y = draw(graphics, lines(brand, true, 34, 1), MARGIN, Color.WHITE);
        y = draw(graphics, lines(kind, true, 28, 1), y + 36, GREEN);
        draw(graphics, lines(title, true, 56, TITLE_LINES), y + 10, Color.WHITE);
        var below = facts.stream()
                .flatMap(fact -> lines(fact, false, 30, 1).stream())
                .toList();
        draw(graphics, below, HEIGHT - MARGIN - height(below), SOFT);
    }

    private List<TextLayout> lines(String text, boolean bold, float size, int most) {
        return new Lettering(bold, size, rightToLeft).lines(text, TEXT, most);
    }

    private static float height(List<TextLayout> lines) {
        return (float) lines.stream().mapToDouble(ShareCard::height).sum();
    }

    private static float height(TextLayout line) {
        return 1.12f * (line.getAscent() + line.getDescent());
    }

    /** @return below the last line */
    private float draw(Graphics2D graphics, List<TextLayout> lines, float top, Color color) {
        graphics.setColor(color);
        var y = top;
        for (var line : lines) {
            var x = rightToLeft ? WIDTH - MARGIN - line.getAdvance() : MARGIN;
            line.draw(graphics, x, y + line.getAscent());
            y += height(line);
        }
        return y;
    }
}
