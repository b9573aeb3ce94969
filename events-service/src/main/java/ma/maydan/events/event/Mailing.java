package ma.maydan.events.event;

import java.util.Comparator;
import java.util.List;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What those who have a seat are told at times that the host chooses.
 *
 * @param reminders how many hours before the event begins they are reminded of it, each 1 to 336, the earliest first and
 *     {@value #MOST} at most; a day before when it was never said
 * @param followUp what the host writes to them afterwards, in Markdown as the description; null for nothing
 * @param followUpHours how long after the end that is sent, 1 to 168; null without one
 */
public record Mailing(
        List<Integer> reminders,
        @Nullable LocalizedText followUp,
        @Nullable Integer followUpHours) {

    static final int MOST = 3;

    /** In hours, where the host says nothing else. */
    static final int A_DAY = 24;

    /** A reminder a day before, and no more. */
    static final Mailing USUAL = new Mailing(List.of(A_DAY), null, null);

    public Mailing {
        reminders = reminders == null
                ? List.of(A_DAY)
                : reminders.stream()
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList();
        followUpHours = followUp == null ? null : followUpHours == null ? A_DAY : followUpHours;
    }

    Mailing withoutFollowUp() {
        return new Mailing(reminders, null, null);
    }
}
