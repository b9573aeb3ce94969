package ma.maydan.starter.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetteringTest {

    private static final int WIDTH = 400;

    @ParameterizedTest
    @CsvSource({
        "Atelier, false, 1",
        "Rencontre sur le financement et la croissance des startups de toutes les régions du pays, false, 3",
        "لقاء حول التمويل والنمو للمقاولات الناشئة في كل جهات المملكة وما بعدها, true, 3",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, false, 3",
        "'', false, 0"
    })
    void noLineIsWiderThanItMayBeAndThereAreNoMoreThanAskedFor(String text, boolean rightToLeft, int lines) {
        var set = new Lettering(true, 40, rightToLeft).lines(text, WIDTH, 3);
        assertThat(set).hasSize(lines).allMatch(line -> line.getVisibleAdvance() <= WIDTH);
        assertThat(set).allMatch(line -> line.isLeftToRight() != rightToLeft);
    }

    @Test
    void lettersOfArabicAreJoined() {
        var lettering = new Lettering(false, 40, true);
        var joined = lettering.lines("ميدان", WIDTH, 1).getFirst().getAdvance();
        var apart = lettering
                .lines("م\u200cي\u200cد\u200cا\u200cن", WIDTH, 1)
                .getFirst()
                .getAdvance();
        assertThat(joined).isLessThan(apart);
    }

    @Test
    void theFirstWordsStayWhereNotAllHaveRoom() {
        var lettering = new Lettering(false, 40, false);
        var whole = lettering.lines("one two three four five six", WIDTH, 5);
        var cut = lettering.lines("one two three four five six", WIDTH, 1);
        assertThat(whole.size()).isGreaterThan(1);
        assertThat(cut).hasSize(1);
        assertThat(cut.getFirst().getCharacterCount()).isLessThan("one two three four five six".length());
    }
}
