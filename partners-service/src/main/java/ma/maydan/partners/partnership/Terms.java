package ma.maydan.partners.partnership;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;

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
        if (endsOn.isBefore(startsOn)) {
            throw ProblemException.invalidField("/endsOn", "ends-before-start");
        }
        if (endsOn.isAfter(startsOn.plusYears(LONGEST_YEARS))) {
            throw ProblemException.invalidField("/endsOn", "too-long");
        }
        if (endsOn.isBefore(today)) {
            throw ProblemException.invalidField("/endsOn", "in-the-past");
        }
        return this;
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
