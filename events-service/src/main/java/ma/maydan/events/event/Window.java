package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * When people can register, by the clock of the event's zone as the host said it, and the instants that follow.
 *
 * @param registrationOpensAtLocal null for from its publication on
 * @param registrationClosesAtLocal null for until it begins, which is the latest
 */
public record Window(
        @Schema(type = "string", example = "2026-12-01T09:00") @Nullable
        LocalDateTime registrationOpensAtLocal,

        @Schema(type = "string", example = "2026-12-09T18:00") @Nullable
        LocalDateTime registrationClosesAtLocal,

        @Nullable Instant registrationOpensAt,
        @Nullable Instant registrationClosesAt) {

    public static final Window ALWAYS = new Window(null, null, null, null);

    boolean opensAfter(Instant now) {
        return registrationOpensAt != null && registrationOpensAt.isAfter(now);
    }

    /** @throws ProblemException 422 at a time that the clock of the place never shows */
    static Window of(@Nullable LocalDateTime opens, @Nullable LocalDateTime closes, ZoneId zone) {
        return new Window(
                opens,
                closes,
                opens == null ? null : Schedule.required(opens, zone, "/registrationOpensAtLocal"),
                closes == null ? null : Schedule.required(closes, zone, "/registrationClosesAtLocal"));
    }

    /** So much later by the clock. */
    Window movedBy(Duration by, ZoneId zone) {
        return of(
                Schedule.moved(registrationOpensAtLocal, by, zone),
                Schedule.moved(registrationClosesAtLocal, by, zone),
                zone);
    }

    /**
     * Says what is wrong with it at {@code registrationOpensAtLocal} and {@code registrationClosesAtLocal}.
     *
     * @param start of the event; null while nobody has said it
     */
    static void check(
            @Nullable LocalDateTime opens,
            @Nullable LocalDateTime closes,
            @Nullable LocalDateTime start,
            ZoneId zone,
            Checked.Faults faults) {
        var opensAt = Schedule.instant(opens, zone);
        var closesAt = Schedule.instant(closes, zone);
        var startsAt = Schedule.instant(start, zone);
        if (opens != null && opensAt == null) {
            faults.add("registrationOpensAtLocal", "no-such-time");
        } else if (opensAt != null && startsAt != null && !opensAt.isBefore(startsAt)) {
            faults.add("registrationOpensAtLocal", "opens-after-start");
        }
        if (closes != null && closesAt == null) {
            faults.add("registrationClosesAtLocal", "no-such-time");
        } else if (closesAt != null && startsAt != null && closesAt.isAfter(startsAt)) {
            faults.add("registrationClosesAtLocal", "closes-after-start");
        } else if (closesAt != null && opensAt != null && !closesAt.isAfter(opensAt)) {
            faults.add("registrationClosesAtLocal", "closes-before-opening");
        }
    }
}
