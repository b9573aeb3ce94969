package ma.maydan.partners.partnership;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What the parties agree on.
 *
 * @param startsOn first day, by the calendar of Casablanca
 * @param endsOn last day; the first is one too
 */
public record Terms(
        LocalizedText title, LocalizedText objectives, Lever lever, Type type, LocalDate startsOn, LocalDate endsOn) {

    private static final int LONGEST_YEARS = 10;

    /** The levers of the cluster's strategy. */
    public enum Lever {
        TALENT,
        ECOSYSTEM,
        WATCH
    }

    /** The instrument. */
    public enum Type {
        FRAMEWORK,
        PROGRAMME_CONTRACT,
        SPECIFIC,
        MOU
    }

    /**
     * The same terms. The first day may have passed, the last may not.
     *
     * @throws ProblemException 422
     */
    Terms checked(LocalDate today) {
        check(startsOn, endsOn, today, (field, code) -> {
            throw ProblemException.invalidField("/" + field, code);
        });
        return this;
    }

    /** Says what is wrong with a term at its last day; a day that nobody has given is null. */
    static void check(
            @Nullable LocalDate startsOn, @Nullable LocalDate endsOn, LocalDate today, Checked.Faults faults) {
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            faults.add("endsOn", "ends-before-start");
        } else if (startsOn != null && endsOn != null && endsOn.isAfter(startsOn.plusYears(LONGEST_YEARS))) {
            faults.add("endsOn", "too-long");
        } else if (endsOn != null && endsOn.isBefore(today)) {
            faults.add("endsOn", "in-the-past");
        }
    }

    /** SHA-256 of these terms between these parties, in lower-case hexadecimal digits. */
    String hash(List<String> parties) {
        var canonical = String.join(
                "\n",
                text(title),
                text(objectives),
                lever.name(),
                type.name(),
                String.join(",", parties),
                startsOn.toString(),
                endsOn.toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    private static String text(LocalizedText text) {
        return text.ar() + "\u0000" + text.fr() + "\u0000" + text.en();
    }
}
