package ma.maydan.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguagesTest {

    @Test
    void theFirstStepOfAPathNamesTheLanguage() {
        assertThat(Languages.ofPath("/ar/events")).contains(Language.AR);
        assertThat(Languages.ofPath("/fr")).contains(Language.FR);
        assertThat(Languages.ofPath("/")).isEmpty();
        assertThat(Languages.ofPath("")).isEmpty();
        assertThat(Languages.ofPath("/french/")).isEmpty();
        assertThat(Languages.ofPath("/FR/")).isEmpty();
    }
}
