package ma.maydan.portal.form;

import java.util.regex.Pattern;
import ma.maydan.starter.text.Typed;

/** A time of a day of 24 hours as people write it: {@code 14:30}, {@code 14h30}, {@code 14.30}, {@code 1430}, {@code 9}. */
final class TimeOfDay {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,2})(?:[:hH.٫](?:([0-9]{2})(?::00)?)?|([0-9]{2}))?");

    private TimeOfDay() {}

    /** As the API wants it, {@code 14:30}; what is no time stays as it was typed. */
    static String read(String typed) {
        var text = Typed.identifier(typed);
        var time = FORM.matcher(text);
        if (!time.matches()) {
            return text;
        }
        var minutes = time.group(2) == null ? time.group(3) : time.group(2);
        return (time.group(1).length() == 1 ? "0" : "") + time.group(1) + ":" + (minutes == null ? "00" : minutes);
    }
}
