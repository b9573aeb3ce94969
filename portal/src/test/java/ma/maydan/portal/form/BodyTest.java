package ma.maydan.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

class BodyTest {

    @ParameterizedTest
    @CsvSource({
        "14:30, 14:30",
        "14h30, 14:30",
        "14.30, 14:30",
        "1430, 14:30",
        "9, 09:00",
        "9h, 09:00",
        "٠٩:٠٥, 09:05",
        "' 14 : 30 ', 14:30",
        "14:30:00, 14:30",
        "2:30 PM, 2:30PM",
        "noon, noon",
        "930, 09:30"
    })
    void aTimeIsReadAsPeopleWriteIt(String typed, String meant) {
        assertThat(TimeOfDay.read(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "100 000, 100000",
        "١٠٠٬٠٠٠, 100000",
        "100.000, 100000",
        "-5, -5",
        "'\u200f30\u00a0', 30",
        "99999999999999999999, 2147483647"
    })
    void aNumberIsReadAsItIsMeant(String typed, int meant) {
        assertThat(body("capacity", typed).number("capacity").json()).isEqualTo(Map.of("capacity", meant));
    }

    @Test
    void severalNumbersStandInOneLine() {
        assertThat(body("reminders", " 48، ٢ ;1,soon").numbers("reminders").json())
                .isEqualTo(Map.of("reminders", List.of(48, 2, 1, "soon")));
        assertThat(body("reminders", "").numbers("reminders").json()).isEqualTo(Map.of("reminders", List.of()));
        assertThat(FieldType.NUMBERS.shown(List.of(48, 2))).isEqualTo("48, 2");
    }

    @ParameterizedTest
    @CsvSource({"33.5731, 33.5731", "'33,5731', 33.5731", "−7.5, -7.5", "٣٣٫٥, 33.5", "' 12 ', 12"})
    void aNumberMayHaveAFraction(String typed, String meant) {
        assertThat(body("latitude", typed).decimal("latitude").json())
                .isEqualTo(Map.of("latitude", new BigDecimal(meant)));
    }

    @Test
    void whatIsNoNumberWithAFractionIsSentForTheServiceToRefuse() {
        assertThat(body("latitude", "33°34'").decimal("latitude").json()).isEqualTo(Map.of("latitude", "33°34'"));
        assertThat(body("latitude", " ").decimal("latitude").json()).isEmpty();
    }

    @Test
    void whatIsNoNumberIsSentForTheServiceToRefuse() {
        assertThat(body("capacity", "many").number("capacity").json()).isEqualTo(Map.of("capacity", "many"));
        assertThat(body("capacity", " \u200b").number("capacity").json()).isEmpty();
    }

    @Test
    void aTextOfWhichNothingIsSeenIsNotThere() {
        assertThat(body("reasonCode", "\u200b ").text("reasonCode").json()).isEmpty();
        assertThat(body("title.fr", " \u2060 ").localized("title").json()).isEqualTo(Map.of("title", Map.of()));
    }

    @Test
    void anErrorLeadsToTheFirstInputOfItsGroup() {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("title.ar", "");
        typed.add("title.fr", "");
        typed.add("startsAtLocal.date", "");
        var form = Fields.of("event").typed(typed);
        assertThat(form.target("title", "fr")).isEqualTo("f-title-fr");
        assertThat(form.target("title.ar", "fr")).isEqualTo("f-title-ar");
        assertThat(form.target("startsAtLocal", "ar")).isEqualTo("f-startsAtLocal-date");
        assertThat(form.target("capacity", "ar")).isEqualTo("f-capacity");
    }

    private static Body body(String field, String typed) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add(field, typed);
        return Body.of(Fields.of("event").typed(values));
    }
}
