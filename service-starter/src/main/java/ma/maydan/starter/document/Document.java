package ma.maydan.starter.document;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a document says, in one language.
 *
 * @param title of the file and the first thing on the first page
 * @param language of its own words, which also says from which side it is read
 * @param at when what it says was so: the only time in the file, so that the same content is the same file
 * @param blocks in the order in which they are read
 */
public record Document(String title, Locale language, Instant at, List<Block> blocks) {

    /** Blocks of one document. */
    static final int MOST_BLOCKS = 200;

    /** @throws IllegalArgumentException when it has more than 200 blocks */
    public Document {
        blocks = List.copyOf(blocks);
        if (blocks.size() > MOST_BLOCKS) {
            throw new IllegalArgumentException("A document has at most " + MOST_BLOCKS + " blocks");
        }
    }

    boolean rightToLeft() {
        return language.getLanguage().equals("ar");
    }
}
