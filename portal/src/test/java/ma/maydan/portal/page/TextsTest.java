package ma.maydan.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({
        "AR,0,zero", "AR,1,one", "AR,2,two", "AR,3,few", "AR,10,few", "AR,11,many", "AR,99,many", "AR,100,other",
        "AR,102,other", "AR,103,few", "AR,111,many", "FR,0,one", "FR,1,one", "FR,2,other", "EN,0,other", "EN,1,one",
        "EN,2,other"
    })
    void theFormOfANumberFollowsTheLanguage(Language language, long number, String category) {
        assertThat(Texts.category(language, number)).isEqualTo(category);
    }

    @Test
    void noneIsSaidInWords() {
        var messages = new StaticMessageSource();
        messages.addMessage("count.zero", Language.FR.locale(), "Aucun");
        messages.addMessage("count.one", Language.FR.locale(), "{0} seul");
        var texts = new Texts(messages, Language.FR);
        assertThat(texts.count("count", 0)).isEqualTo("Aucun");
        assertThat(texts.count("count", 1)).isEqualTo("1 seul");
    }
}
