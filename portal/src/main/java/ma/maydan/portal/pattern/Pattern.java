package ma.maydan.portal.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Stars in rows, the same on both sides of their middle: which of them have which tone is made of a text such as an id,
 * the same each time.
 *
 * @param motif what stands within the stars
 * @param columns of cells, {@value #CELL} wide
 */
public record Pattern(Motif motif, int columns, int rows, List<Tile> tiles) {

    /** As wide and high as a cell. */
    public static final int CELL = 96;

    /** How many tones there are: mostly the first, rarely the last. */
    public static final int TONES = 4;

    private static final int[] SHARE = {0, 0, 0, 0, 1, 1, 1, 2, 2, 3};

    /**
     * A star.
     *
     * @param x of its middle
     * @param tone from 0
     * @param inner the tone of its motif, never its own
     */
    public record Tile(int x, int y, int tone, int inner) {}

    public static Pattern of(String seed, Motif motif, int columns, int rows) {
        var chance = new SplittableRandom(hash(seed));
        var half = new int[(rows + 1) / 2][(columns + 1) / 2][];
        for (var row : half) {
            for (var column = 0; column < row.length; column++) {
                var tone = SHARE[chance.nextInt(SHARE.length)];
                var inner = SHARE[chance.nextInt(SHARE.length)];
                row[column] = new int[] {tone, inner == tone ? (tone + 1) % (TONES - 1) : inner};
            }
        }
        var tiles = new ArrayList<Tile>();
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                var tones = half[Math.min(row, rows - 1 - row)][Math.min(column, columns - 1 - column)];
                tiles.add(new Tile(CELL * column + CELL / 2, CELL * row + CELL / 2, tones[0], tones[1]));
            }
        }
        return new Pattern(motif, columns, rows, List.copyOf(tiles));
    }

    /** As SVG has what is seen of it. */
    public String viewBox() {
        return "0 0 " + CELL * columns + " " + CELL * rows;
    }

    public String star() {
        return Motif.svg(Motif.KHATIM);
    }

    public String inner() {
        return Motif.svg(motif.points());
    }

    /** FNV-1a, which is the same on every machine. */
    private static long hash(String text) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
