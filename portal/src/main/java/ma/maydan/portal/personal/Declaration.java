package ma.maydan.portal.personal;

import java.time.Period;
import java.util.List;
import ma.maydan.portal.page.Texts;

/**
 * What a service holds of people.
 *
 * @param code of its words
 * @param kept at the most, as an ISO 8601 period, after {@code since}
 */
public record Declaration(String code, List<String> seenBy, String kept, String since) {

    /** For how long, in words. */
    public String keptIn(Texts texts) {
        var period = Period.parse(kept);
        var length = period.getYears() > 0
                ? texts.count("personal.years", period.getYears())
                : texts.count("personal.days", period.getDays());
        return texts.of("personal.kept." + since, length);
    }
}
