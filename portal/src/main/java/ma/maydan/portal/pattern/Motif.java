package ma.maydan.portal.pattern;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What stands within the stars of a pattern, in a cell of {@value Pattern#CELL} around its middle. */
public enum Motif {
    STAR(8, 26, 0.765, 0.5),
    OCTAGON(8, 25, 1, 0.5),
    SQUARE(4, 26, 1, 0),
    CROSS(4, 28, 0.42, 0),
    RAYS(16, 27, 0.72, 0),
    HEXAGRAM(6, 27, 0.58, 0),
    FLOWER(8, 28, 0.5, 0);

    /** The star of two squares, whose points meet those of its neighbors. */
    public static final List<Point> KHATIM = star(8, Pattern.CELL / 2.0, 0.765, 0);

    private final List<Point> points;

    Motif(int corners, double radius, double waist, double turn) {
        points = waist == 1 ? ring(corners, radius, turn) : star(corners, radius, waist, turn);
    }

    /** A corner, from the middle of the cell. */
    public record Point(double x, double y) {}

    /** Its corners. */
    public List<Point> points() {
        return points;
    }

    /** As an SVG polygon has them. */
    public static String svg(List<Point> points) {
        return points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y()))
                .collect(Collectors.joining(" "));
    }

    /** @param waist how deep it goes between two corners, of the radius */
    private static List<Point> star(int corners, double radius, double waist, double turn) {
        return IntStream.range(0, 2 * corners)
                .mapToObj(corner -> at(2 * corners, corner, corner % 2 == 0 ? radius : radius * waist, 2 * turn))
                .toList();
    }

    private static List<Point> ring(int corners, double radius, double turn) {
        return IntStream.range(0, corners)
                .mapToObj(corner -> at(corners, corner, radius, turn))
                .toList();
    }

    private static Point at(int corners, int corner, double radius, double turn) {
        var angle = 2 * Math.PI * (corner + turn) / corners;
        return new Point(radius * Math.sin(angle), -radius * Math.cos(angle));
    }
}
