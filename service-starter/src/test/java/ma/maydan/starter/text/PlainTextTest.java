package ma.maydan.starter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static final String FAMILY = "👨\u200d👩\u200d👧\u200d👦";
    private static final String ENGLAND = "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                "\u200b",
                "\u200c\u200d",
                "\ufeff",
                "\u3164",
                "\u2800",
                "\u115f\u1160",
                "\u00ad",
                "\u200e\u200f",
                "\u061c",
                "\ufe0f",
                "\u0301",
                "\n\t",
                "\u202e",
                "\udb40\udc20"
            })
    void aTextInWhichNothingIsSeenIsNone(String text) {
        assertThat(PlainText.hasSomethingVisible(text)).isFalse();
        assertThat(LocalizedText.of(text, "", "").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "ـ", "ا", "!", "😀", "ⵣ", "\u0600", "\ue000", "中", FAMILY, ENGLAND, "❤\ufe0f"})
    void aLetterASignOrAnEmojiIsSeen(String text) {
        assertThat(PlainText.of("\u200f\ufeff \u200b" + text + "\u200b\u00a0\u200d\r\n"))
                .isEqualTo(text);
    }

    @Test
    void whatJoinsAndPartsLettersStaysWithin() {
        for (var text :
                new String[] {"می\u200cخواهم", FAMILY + " a", "a\u200fb", "1\ufe0f\u20e3", "e\u0301 \u00a0 x"}) {
            assertThat(PlainText.of(text)).isEqualTo(text);
        }
    }

    @Test
    void endsOfLinesAreLf() {
        assertThat(PlainText.of("a\r\nb\rc\n\nd\u2028e\u2029f\r\n")).isEqualTo("a\nb\nc\n\nd\ne\nf");
    }

    @Test
    void whatTurnsTheTextAroundIsAFaultAndIsNeverKept() {
        for (var turning :
                new String[] {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"
                }) {
            assertThat(PlainText.fault("a" + turning + "b")).isEqualTo(PlainText.TURNED);
            assertThat(PlainText.of("a" + turning + "b")).isEqualTo("ab");
        }
        assertThat(PlainText.fault("a\u0000")).isEqualTo(PlainText.NOT_PLAIN);
        assertThat(PlainText.fault("a\ufdd0\u202e")).isEqualTo(PlainText.NOT_PLAIN);
        assertThat(PlainText.fault("a\u200f\u200e\u061c\u200cb")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'٠٠١ ٢٣٤ ٥٦٧ ٠٠٠ ٠٨٩', 001234567000089",
        "'۰۰۱۲', 0012",
        "'０１２', 012",
        "'\u202d06 12\u00a034\u202f56 78\u202c', 0612345678",
        "'\u200f+٢١٢ 6', +2126",
        "' a@b.ma\u200b', a@b.ma"
    })
    void whatIsTypedIntoAnIdentifierIsReadAsItIsMeant(String typed, String meant) {
        assertThat(Typed.identifier(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "100.000, 100000",
        "'100,000', 100000",
        "100 000, 100000",
        "١٠٠٬٠٠٠, 100000",
        "1.5, 1.5",
        "'1,00', '1,00'",
        "−5, -5"
    })
    void aNumberIsReadWithTheSignsBetweenItsThousands(String typed, String meant) {
        assertThat(Typed.number(typed)).isEqualTo(meant);
    }

    @Test
    void anAddressKeepsTheDigitsOfItsScript() {
        assertThat(Typed.address(" https://x.ma/٢٠٢٦\u200b ")).isEqualTo("https://x.ma/٢٠٢٦");
        assertThat(Typed.address("Https://Example.ma/A")).isEqualTo("https://Example.ma/A");
        assertThat(Typed.address("Amina@example.ma")).isEqualTo("Amina@example.ma");
    }

    @ParameterizedTest
    @ValueSource(strings = {"e\u0301", FAMILY, ENGLAND, "🇲🇦", "👍🏽", "كُ", "क्षि", "\r\n", "1\ufe0f\u20e3"})
    void whatPeopleCallACharacterIsOne(String character) {
        assertThat(Characters.count(character)).isEqualTo(1);
        assertThat(Characters.exceed(character.repeat(100), 100)).isFalse();
        assertThat(Characters.exceed(character.repeat(100) + "x", 100)).isTrue();
    }

    @Test
    void marksWithoutEndAreNoCharacters() {
        assertThat(Characters.exceed("x" + "\u0301".repeat(1600), 100)).isTrue();
    }

    @Test
    void hostileTextsAreCountedInNoTime() {
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            for (var piece :
                    new String[] {"Z\u0301\u0302\u0303", "🇲", "👩\u200d", "👩\u0301\u200d", "क्", "\u1100", "\u0600"
                    }) {
                Characters.exceed(piece.repeat(120_000 / piece.length()), 10_000);
            }
        });
    }
}
