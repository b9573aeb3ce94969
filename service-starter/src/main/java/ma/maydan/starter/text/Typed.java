package ma.maydan.starter.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What people type into fields that hold no prose: with the digits of their keyboard, with blanks to make groups, with
 * invisible characters that came along from where it was copied.
 */
public final class Typed {

    /** 1 to 65535. */
    private static final String PORT =
            "(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";

    /** An http or https address. */
    public static final String WEB_ADDRESS = "^https?://[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?(?::" + PORT
            + ")?(?:[/?#][^\\s<>\"'`\\\\]*)?$";

    /** What is said where it is none. */
    public static final String NO_WEB_ADDRESS = "{ma.maydan.starter.text.WebAddress.message}";

    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(?:[.,٬'’][0-9]{3}){1,10}");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");

    private Typed() {}

    /** An identifier, number, date or phone number: ASCII digits, and neither blanks nor anything invisible. */
    public static String identifier(String typed) {
        return filtered(typed, true);
    }

    /**
     * An address of the web or of mail: neither blanks nor anything invisible; digits of other scripts are letters. A
     * telephone begins a line with a capital, so that the scheme comes as {@code Https}.
     */
    public static String address(String typed) {
        var address = filtered(typed, false);
        var scheme = SCHEME.matcher(address);
        return scheme.lookingAt() ? scheme.group().toLowerCase(Locale.ROOT) + address.substring(scheme.end()) : address;
    }

    /** A whole number: like an identifier, and without the signs that set its thousands apart, {@code 100.000}. */
    public static String number(String typed) {
        var number = identifier(typed).replace('−', '-');
        return GROUPED.matcher(number).matches() ? number.replaceAll("[.,٬'’]", "") : number;
    }

    private static String filtered(String typed, boolean digits) {
        var text = new StringBuilder();
        typed.codePoints()
                .filter(character -> !Invisible.is(character))
                .map(character -> digits && Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER
                        ? '0' + Character.digit(character, 10)
                        : character)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
