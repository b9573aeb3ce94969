package ma.maydan.starter.search;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a document has a word, as the kind of a token that is stored with it; the kinds that say more about what is looked
 * for come first.
 */
enum Token {
    /** A word of its name. */
    NAME("n:", 100),
    /** What a word of its name begins with. */
    BEGUN("b:", 60),
    /** A word of its name with one letter left out, or none: two words that share one differ by a typing error. */
    NEAR("~:", 40),
    /** A word of its texts. */
    TEXT("t:", 30);

    private static final int SHORTEST_BEGINNING = 2;
    private static final int LONGEST = 15;
    private static final int SHORTEST_MISTYPED = 4;

    private final String mark;
    private final int worth;

    Token(String mark, int worth) {
        this.mark = mark;
        this.worth = worth;
    }

    int worth() {
        return worth;
    }

    String of(String word) {
        return mark + word;
    }

    boolean is(String token) {
        return token.startsWith(mark);
    }

    /** What somebody has typed who means this word and has not come to its end. */
    static List<String> beginnings(String word) {
        var letters = word.codePoints().toArray();
        return IntStream.range(SHORTEST_BEGINNING, Math.min(letters.length, LONGEST + 1))
                .mapToObj(end -> new String(letters, 0, end))
                .toList();
    }

    /** Of a short word, or a number, each other one is meant. */
    static List<String> near(String word) {
        var letters = word.codePoints().toArray();
        if (letters.length < SHORTEST_MISTYPED
                || letters.length > LONGEST
                || !word.codePoints().allMatch(Character::isLetter)) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(word),
                        IntStream.range(0, letters.length)
                                .mapToObj(left -> new String(letters, 0, left)
                                        + new String(letters, left + 1, letters.length - left - 1)))
                .distinct()
                .toList();
    }
}
