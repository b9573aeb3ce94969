package ma.maydan.incubators.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ma.maydan.incubators.organization.Identifiers.Identifier;
import ma.maydan.incubators.organization.Identifiers.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {

    /** The example of ISO 17442 and others that GLEIF publishes. */
    private static final String LEI = "5493001KJTIIGC8Y1R12";

    @ParameterizedTest
    @CsvSource({
        "RC, 123456, true",
        "RC, 12 34 56, true",
        "RC, ١٢٣, true",
        "IF, 0000000, false",
        "IF, 12a, false",
        "CNSS, 12345678901, false",
        "LEI, 5493 001k jtii gc8y 1r12, true",
        "LEI, 5493001KJTIIGC8Y1R13, false",
        "LEI, 5493001KJTIIGC8Y1R1, false"
    })
    void aNumberIsReadAsItWasMeantAndCheckedByItsScheme(Scheme scheme, String typed, boolean taken) {
        assertThat(scheme.takes(Identifier.read(scheme, typed).value())).isEqualTo(taken);
    }

    @Test
    void aNumberOfTheTradeRegisterIsHeldByNobodySinceEachCourtCountsForItself() {
        var identifiers = new Identifiers(
                "001500000000001", List.of(new Identifier(Scheme.RC, "12"), new Identifier(Scheme.LEI, LEI)));
        assertThat(identifiers.held()).containsExactly("ICE:001500000000001", "LEI:" + LEI);
    }
}
