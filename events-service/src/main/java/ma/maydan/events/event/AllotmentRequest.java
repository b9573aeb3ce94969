package ma.maydan.events.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.ProblemException;

/** Seats that a host keeps for an organization. */
record AllotmentRequest(
        @NotNull @Pattern(regexp = EventRequest.ID) String organizationId,
        @NotNull @Min(1) @Max(100_000) Integer seats,
        @NotNull LocalDateTime releasesAtLocal) {

    /** @throws ProblemException 422 at a time that the clock of the place never shows */
    Allotment allotment(ZoneId zone, int place) {
        var local = releasesAtLocal.truncatedTo(ChronoUnit.MINUTES);
        var pointer = "/allotments/" + place + "/releasesAtLocal";
        return new Allotment(organizationId, seats, local, Schedule.required(local, zone, pointer));
    }

    /** An organization has one. */
    static void check(List<AllotmentRequest> allotments, Checked.Faults faults) {
        var seen = new HashSet<String>();
        for (var place = 0; place < allotments.size(); place++) {
            var one = allotments.get(place);
            if (one != null && one.organizationId != null && !seen.add(one.organizationId)) {
                faults.add("allotments." + place + ".organizationId", "twice");
            }
        }
    }
}
