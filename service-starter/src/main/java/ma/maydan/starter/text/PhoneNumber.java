package ma.maydan.starter.text;

import java.util.regex.Pattern;

/**
 * Telephone numbers: as people type them, as they are kept (ITU-T E.164, {@code +212522000000}), and as they are read. A
 * number without a country is Morocco's, whose own have nine digits behind {@code +212} or {@code 0}.
 */
public final class PhoneNumber {

    /** As it is kept. */
    public static final String PATTERN = "^\\+(?:212[5-8][0-9]{8}|(?!212|0)[0-9]{7,15})$";

    /** What is said where it is none. */
    public static final String NONE = "{ma.maydan.starter.text.PhoneNumber.message}";

    private static final Pattern SEPARATORS = Pattern.compile("[().\\-/‐‑–]");
    private static final Pattern MOROCCAN = Pattern.compile("(?:\\+212|00212|(?<!.)0)0?([5-8][0-9]{8})");

    /** The countries' codes (ITU-T E.164, annex D): those of one and two digits, all others have three. */
    private static final Pattern COUNTRY =
            Pattern.compile("\\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[0-9]{3})([0-9]+)");

    private PhoneNumber() {}

    /** As it is kept, from what was typed; what is no number stays, without what sets its digits apart. */
    public static String read(String typed) {
        var number = SEPARATORS.matcher(Typed.identifier(typed)).replaceAll("");
        var moroccan = MOROCCAN.matcher(number);
        return moroccan.matches() ? "+212" + moroccan.group(1) : number.replaceFirst("^00", "+");
    }

    /** As it is read: Morocco's as they are dialled there, {@code 05 22 00 00 00}, all others with their country. */
    public static String shown(String kept) {
        var moroccan = MOROCCAN.matcher(kept);
        if (moroccan.matches()) {
            return pairs("0" + moroccan.group(1));
        }
        var abroad = COUNTRY.matcher(kept);
        return abroad.matches() ? "+" + abroad.group(1) + " " + pairs(abroad.group(2)) : kept;
    }

    /** Two by two from the end; where they are odd, three come first. */
    private static String pairs(String digits) {
        var odd = digits.length() % 2;
        return digits.replaceAll("(?<=^[0-9]{" + (odd + 2) + "}|(?!^)\\G[0-9]{2})(?=[0-9])", " ");
    }
}
