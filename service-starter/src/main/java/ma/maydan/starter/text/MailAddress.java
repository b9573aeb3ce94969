package ma.maydan.starter.text;

import java.util.Locale;

/** An address of mail that somebody types. */
public final class MailAddress {

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";

    /** As HTML has it (a willful violation of RFC 5322), with a domain of at least two labels. */
    public static final String PATTERN = "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + LABEL + "(?:\\." + LABEL + ")+$";

    /** RFC 5321, 4.5.3.1.3, without the brackets. */
    public static final int MOST = 254;

    private MailAddress() {}

    /** As addresses are compared here: without what is invisible, in lower case. */
    public static String read(String typed) {
        return Typed.address(typed).toLowerCase(Locale.ROOT);
    }
}
