package ma.maydan.starter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0522000000, +212522000000",
        "05 22 00 00 00, +212522000000",
        "06.61-00/00 00, +212661000000",
        "(07) 00 00 00 00, +212700000000",
        "٠٦٦١٠٠٠٠٠٠, +212661000000",
        "+212 (0)6 61 00 00 00, +212661000000",
        "+212661000000, +212661000000",
        "00212 661 00 00 00, +212661000000",
        "\u200e+212 661‑000‑000\u200e, +212661000000",
        "0033 1 23 45 67 89, +33123456789",
        "+1 (202) 555-0100, +12025550100"
    })
    void aNumberIsReadAsItWasMeant(String typed, String kept) {
        assertThat(PhoneNumber.read(typed)).isEqualTo(kept).matches(PhoneNumber.PATTERN);
        assertThat(PhoneNumber.read(kept)).as("again").isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0122000000",
                "0922000000",
                "052200000",
                "05220000000",
                "522000000",
                "+21252200000",
                "+2125220000000",
                "+212122000000",
                "+0522000000",
                "+123456",
                "+1234567890123456",
                "05 22 00 00 00 ext. 12",
                "ask at the door",
                "+"
            })
    void whatIsNoNumberIsRefused(String typed) {
        assertThat(PhoneNumber.read(typed)).doesNotMatch(PhoneNumber.PATTERN);
    }

    @ParameterizedTest
    @CsvSource({
        "+212522000000, 05 22 00 00 00",
        "+212661123456, 06 61 12 34 56",
        "+33123456789, +33 123 45 67 89",
        "+12025550100, +1 20 25 55 01 00",
        "+2250102030405, +225 01 02 03 04 05",
        "+97141234567, +971 41 23 45 67",
        "unknown, unknown"
    })
    void aNumberIsReadInGroups(String kept, String shown) {
        assertThat(PhoneNumber.shown(kept)).isEqualTo(shown);
    }
}
