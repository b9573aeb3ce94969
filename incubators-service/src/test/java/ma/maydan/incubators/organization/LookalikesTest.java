package ma.maydan.incubators.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookalikesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZELLIGE PAY",
                "zellige-pay",
                "ZelligePay",
                "Zellige Pay SARL",
                "Zellige Pay S.A.R.L.",
                "Société Zellige Pay s a r l",
                "Zéllige  Pây",
                "Zellige Pay (S.A.)",
                "Ｚｅｌｌｉｇｅ Ｐａｙ"
            })
    void caseAccentsSpacingPunctuationAndLegalFormDoNotCount(String name) {
        assertThat(Lookalikes.plain(name)).isEqualTo(Lookalikes.plain("Zellige Pay"));
        assertThat(Lookalikes.drawn(name)).isEqualTo(Lookalikes.drawn("Zellige Pay"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Cyrillic, small and capital, alone and mixed.
                "Zеllіgе Pаy",
                "ZЕLLІGЕ РАУ",
                "Ζellige Ρay",
                "Zellige Рay SАRL",
                // Seen alike: one, capital i, vertical bar; nothing between; marks below.
                "ZelIige Pay",
                "Ze1lige Pay",
                "Zel\u200blige\u2060 Pay",
                "Z\u0323e\u0331llige Pay",
                "𝐙𝐞𝐥𝐥𝐢𝐠𝐞 𝐏𝐚𝐲"
            })
    void lettersOfWhateverScriptCountAsWhatTheyLookLike(String name) {
        assertThat(Lookalikes.drawn(name)).isEqualTo(Lookalikes.drawn("Zellige Pay"));
    }

    @ParameterizedTest
    @CsvSource({
        "حاضنة الأطلس, حاضنه الاطلس",
        "حاضنة الأطلس, حَاضِنَة الأَطْلَس",
        "حاضنة الأطلس, حاضنـــة الأطلس",
        "حاضنة الأطلس, شركة حاضنة الأطلس ش.م.م",
        "مبادرتي, مبادرتى",
        "أكادير 12, أڭادير ١٢"
    })
    void arabicNamesAreTheSameInEverySpelling(String one, String another) {
        assertThat(Lookalikes.drawn(another)).isNotEmpty().isEqualTo(Lookalikes.drawn(one));
    }

    @ParameterizedTest
    @CsvSource({"Zellige Pay, Zellige Play", "حاضنة الأطلس, حاضنة الريف", "SARL, Zellige", "Atlas, Argan"})
    void otherNamesAreOther(String one, String another) {
        assertThat(Lookalikes.drawn(one)).isNotEmpty().isNotEqualTo(Lookalikes.drawn(another));
    }

    @Test
    void aNameWithoutLettersIsLikeNone() {
        assertThat(Lookalikes.drawn("+++ ☕")).isEmpty();
    }

    @Test
    void lettersOfOtherScriptsAreNamed() {
        assertThat(Lookalikes.foreignLetters("Zеllige ⵣ زليج 12")).containsExactly("е");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b", "\u202e", "\u2066", "\u200f", "\u00ad", "\ufeff", "\u3164", "\u034f", "\ue000", "\u2028"
            })
    void whatCannotBeSeenIsFound(String hidden) {
        assertThat(Lookalikes.hidesSomething("Zellige" + hidden + "Pay")).isTrue();
        assertThat(Lookalikes.hidesSomething("Zellige Pay – حاضنة «الأطلس» ⵣ l’été"))
                .isFalse();
    }
}
