package ma.maydan.incubators.organization;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ma.maydan.starter.text.Typed;
import org.jspecify.annotations.Nullable;

/**
 * By what others know an organization.
 *
 * @param ice Morocco's common identifier of companies, 15 digits; a draft may lack it
 * @param identifiers others, one of a scheme
 */
public record Identifiers(@Nullable String ice, List<Identifier> identifiers) {

    /** Who numbers organizations, beside the ICE. */
    public enum Scheme {
        /** The trade register. Each court counts for itself, so two organizations can have the same. */
        RC("[0-9]{1,10}"),
        /** The number of who pays taxes. */
        IF("[0-9]{1,10}"),
        /** The number of who insures employees. */
        CNSS("[0-9]{1,10}"),
        /** The legal entity identifier of ISO 17442, whose last two digits check the others (ISO 7064, MOD 97-10). */
        LEI("[0-9A-Z]{18}[0-9]{2}");

        private final String pattern;

        Scheme(String pattern) {
            this.pattern = pattern;
        }

        boolean takes(String value) {
            return value.matches(pattern) && (this == LEI ? isChecked(value) : !value.matches("0+"));
        }

        boolean isUnique() {
            return this != RC;
        }

        private static boolean isChecked(String lei) {
            var digits = new StringBuilder();
            lei.chars().forEach(letter -> digits.append(Character.digit(letter, 36)));
            return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).equals(BigInteger.ONE);
        }
    }

    /** @param value in capitals, without blanks, with the digits of ASCII */
    public record Identifier(Scheme scheme, String value) {

        static Identifier read(Scheme scheme, String typed) {
            return new Identifier(scheme, Typed.identifier(typed).toUpperCase(Locale.ROOT));
        }
    }

    /** Those that no other organization may be verified with, each with its scheme: {@code ICE:001500000000001}. */
    List<String> held() {
        return Stream.concat(
                        Stream.ofNullable(ice).map(Identifiers::ofIce),
                        identifiers.stream()
                                .filter(one -> one.scheme.isUnique())
                                .map(one -> one.scheme + ":" + one.value))
                .toList();
    }

    static String ofIce(String ice) {
        return "ICE:" + ice;
    }
}
