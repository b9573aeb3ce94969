package ma.maydan.incubators.organization;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSetSpanner;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When two names can be taken for one another. Case, accents, spacing, punctuation, what cannot be seen and the legal
 * form never count; two names look alike when their letters do, of whatever script (Unicode UTS #39, section 4).
 */
final class Lookalikes {

    /** Changes whenever a key can: with Unicode's tables, and with the rules here. */
    static final String RULES = "1/" + UCharacter.getUnicodeVersion();

    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();
    private static final UnicodeSetSpanner EMOJI = new UnicodeSetSpanner(new UnicodeSet("\\p{RGI_Emoji}").freeze());
    private static final Set<Integer> AT_HOME =
            Set.of(UScript.ARABIC, UScript.LATIN, UScript.TIFINAGH, UScript.COMMON, UScript.INHERITED);
    private static final List<String> LEGAL_FORMS = List.of(
            "sa",
            "sarl",
            "sarlau",
            "au",
            "sas",
            "sasu",
            "snc",
            "scs",
            "gie",
            "ltd",
            "llc",
            "inc",
            "corp",
            "co",
            "company",
            "société",
            "ste",
            "association",
            "fondation",
            "شركة",
            "شركه",
            "شمم",
            "شذمم",
            "شم",
            "جمعية",
            "مؤسسة");
    private static final Set<String> PLAIN_FORMS = forms(Lookalikes::plainWord);
    private static final Set<String> DRAWN_FORMS = forms(Lookalikes::drawnWord);

    private Lookalikes() {}

    /** Equal for names that are the same but for what never counts; empty for a name without letters. */
    static String plain(String name) {
        return key(name, Lookalikes::plainWord, PLAIN_FORMS);
    }

    /** Equal for names that look alike; empty for a name without letters. */
    static String drawn(String name) {
        return key(name, Lookalikes::drawnWord, DRAWN_FORMS);
    }

    /** The scripts that a name is written in. */
    static Set<Integer> scripts(String name) {
        return name.codePoints()
                .map(UScript::getScript)
                .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Its letters of other scripts than names are written in here, each once. */
    static List<String> foreignLetters(String name) {
        return name.codePoints()
                .filter(letter -> !AT_HOME.contains(UScript.getScript(letter)))
                .mapToObj(Character::toString)
                .distinct()
                .toList();
    }

    /** Whether something in it cannot be seen, or turns the direction of what follows. */
    static boolean hidesSomething(String name) {
        var letters = EMOJI.deleteFrom(name).codePoints().toArray();
        return IntStream.range(0, letters.length)
                .anyMatch(at -> isInvisible(letters[at]) && !keepsLettersApart(letters, at));
    }

    /** A zero width non-joiner between two letters that would join (Unicode UAX #31, A1) is seen by its effect. */
    private static boolean keepsLettersApart(int[] letters, int at) {
        return letters[at] == 0x200C
                && joins(letters, at, -1, UCharacter.JoiningType.DUAL_JOINING, UCharacter.JoiningType.LEFT_JOINING)
                && joins(letters, at, 1, UCharacter.JoiningType.DUAL_JOINING, UCharacter.JoiningType.RIGHT_JOINING);
    }

    private static boolean joins(int[] letters, int from, int step, int... types) {
        for (var at = from + step; at >= 0 && at < letters.length; at += step) {
            var type = UCharacter.getIntPropertyValue(letters[at], UProperty.JOINING_TYPE);
            // Nobody joins or parts letters by what is not seen itself.
            if (type != UCharacter.JoiningType.TRANSPARENT || isInvisible(letters[at])) {
                return Arrays.stream(types).anyMatch(one -> one == type);
            }
        }
        return false;
    }

    private static String key(String name, UnaryOperator<String> shape, Set<String> forms) {
        var words =
                words(name).stream().map(shape).filter(word -> !word.isEmpty()).toList();
        var own = words.stream().filter(word -> !forms.contains(word)).toList();
        return String.join("", own.isEmpty() ? words : own);
    }

    /** Letters that stand alone are one word: {@code S. A. R. L.} */
    private static List<String> words(String name) {
        var bare = Normalizer.normalize(visible(name), Normalizer.Form.NFKD).replaceAll("[\\p{M}.'’]+", "");
        var words = new ArrayList<String>();
        var alone = false;
        for (var word : bare.split("[^\\p{L}\\p{N}]+", -1)) {
            var single = word.codePointCount(0, word.length()) == 1;
            if (single && alone) {
                words.add(words.removeLast() + word);
            } else {
                words.add(word);
            }
            alone = single;
        }
        return words;
    }

    private static String plainWord(String word) {
        return folded(UCharacter.foldCase(word, true));
    }

    /** Capitals have other doubles than small letters have, so letters are drawn before and after they are folded. */
    private static String drawnWord(String word) {
        var drawn = CONFUSABLES.getSkeleton(plainWord(CONFUSABLES.getSkeleton(folded(word))));
        return Normalizer.normalize(UCharacter.foldCase(drawn, true), Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .replace('i', 'l')
                .replace('1', 'l')
                .replace('0', 'o');
    }

    private static String folded(String word) {
        var folded = new StringBuilder();
        word.codePoints().forEach(letter -> folded.appendCodePoint(fold(letter)));
        return folded.toString();
    }

    /** Digits of all scripts, and the Arabic letters that are written in one word's place of another. */
    private static int fold(int letter) {
        if (Character.isDigit(letter)) {
            return '0' + Character.digit(letter, 10);
        }
        return switch (letter) {
            case 'ى', 'ی' -> 'ي';
            case 'ة' -> 'ه';
            case 'ک', 'گ', 'ڭ' -> 'ك';
            default -> letter;
        };
    }

    private static String visible(String name) {
        return name.codePoints()
                .filter(letter -> !isInvisible(letter) && letter != 'ـ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isInvisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> UCharacter.hasBinaryProperty(letter, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    private static Set<String> forms(UnaryOperator<String> shape) {
        return LEGAL_FORMS.stream()
                .map(form -> String.join("", words(form)))
                .map(shape)
                .collect(Collectors.toUnmodifiableSet());
    }
}
