package ma.maydan.starter.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ma.maydan.starter.vocabulary.Language;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.apache.lucene.util.Version;

/**
 * The words of a text as they are compared: of one spelling, whatever marks, accents, digits and forms of a letter it was
 * written with, and with the stem that a language gives them. The same text has the same number of words in every
 * language.
 */
final class Words {

    /** Changes whenever a word can: with Lucene, and with the rules here. */
    static final String RULES = "1/" + Version.LATEST;

    private static final Set<String> STOP = stopWords(Map.of(
            Language.ARABIC, ArabicAnalyzer.getDefaultStopSet(),
            Language.FRENCH, FrenchAnalyzer.getDefaultStopSet(),
            Language.ENGLISH, EnglishAnalyzer.getDefaultStopSet()));

    private Words() {}

    /**
     * A word.
     *
     * @param base of one spelling, without an article before it
     * @param stem what it shares with its other forms
     */
    record Word(String base, String stem) {

        /** Whether it says nothing by itself, in any of the languages. */
        boolean isStop() {
            return STOP.contains(base);
        }
    }

    static List<Word> of(String text, Language language) {
        var words = new ArrayList<Word>();
        try (var stream = stream(fold(text), language)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            // Each word comes twice: as it is, and as its stem.
            while (stream.incrementToken()) {
                var base = term.toString();
                var stem = stream.incrementToken() ? term.toString() : base;
                if (base.codePoints().anyMatch(Character::isLetterOrDigit)) {
                    words.add(new Word(base, stem));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static TokenStream stream(String text, Language language) {
        var tokenizer = new StandardTokenizer();
        tokenizer.setReader(new StringReader(text));
        var letters = new ArticleFilter(new ArabicNormalizationFilter(new ASCIIFoldingFilter(tokenizer)));
        return switch (language) {
            case ARABIC -> new ArabicStemFilter(new KeywordRepeatFilter(letters));
            case FRENCH ->
                new FrenchLightStemFilter(
                        new KeywordRepeatFilter(new ElisionFilter(letters, FrenchAnalyzer.DEFAULT_ARTICLES)));
            case ENGLISH -> new PorterStemFilter(new KeywordRepeatFilter(new EnglishPossessiveFilter(letters)));
        };
    }

    /** Small letters without marks; a hamza is a mark wherever it stands, and digits are those of ASCII. */
    static String fold(String text) {
        var folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(letter -> !isMark(letter))
                .map(Words::fold)
                .forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isMark(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> letter == 'ء';
        };
    }

    /** The letters that keyboards of the region have in one another's place; Lucene folds the rest. */
    private static int fold(int letter) {
        if (Character.isDigit(letter)) {
            return '0' + Character.digit(letter, 10);
        }
        return switch (letter) {
            case 'ٱ' -> 'ا';
            case 'ی' -> 'ي';
            case 'ک', 'گ', 'ڭ' -> 'ك';
            case 'ڤ', 'ڢ' -> 'ف';
            case 'پ' -> 'ب';
            default -> letter;
        };
    }

    private static Set<String> stopWords(Map<Language, CharArraySet> sets) {
        var stop = new HashSet<String>();
        sets.forEach((language, set) -> {
            for (var word : set) {
                of(new String((char[]) word), language).forEach(one -> stop.add(one.base()));
            }
        });
        return Set.copyOf(stop);
    }
}
