package ma.maydan.portal.registrations;

import java.time.Instant;
import java.util.List;
import ma.maydan.starter.text.LocalizedText;

/**
 * What the host of an event has written to those who are registered.
 *
 * @param to where those stood who were told
 * @param people how many they were
 */
public record Message(String id, List<String> to, int people, LocalizedText subject, LocalizedText text, Instant at) {

    /**
     * What would be sent.
     *
     * @param left how many more may be sent today
     */
    public record Preview(int people, int left, List<Reading> readings) {}

    /** How it reads in a language. */
    public record Reading(String language, String title, String text) {

        public String dir() {
            return language.equals("ar") ? "rtl" : "ltr";
        }
    }
}
