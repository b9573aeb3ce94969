package ma.maydan.portal.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The case of an organization; see the API.
 *
 * @param version of the organization
 * @param dueOn the last day on which it is to be decided; null while nobody waits for the cluster
 * @param checks what came of looking at it, for the staff
 * @param notes of the staff, for the staff
 * @param daysLeft while the clock pauses
 * @param rejection what can be done about it; null unless the organization is rejected
 */
public record Case(
        String id,
        long version,
        Declared declaration,
        List<Item> checkList,
        @Nullable String receipt,
        @Nullable Instant receivedAt,
        @Nullable LocalDate dueOn,
        @Nullable Integer daysLeft,
        @Nullable Info info,
        @Nullable List<Check> checks,
        @Nullable List<Note> notes,
        List<Happening> timeline,
        @Nullable Rejection rejection,
        List<Earlier> earlier,
        List<String> allowedTransitions) {

    /** What an owner declares. */
    public record Declared(String version, LocalizedText text) {}

    /** A line of the check list. */
    public record Item(
            String item, boolean required, @Nullable Paper paper) {}

    /** A document that was given. */
    public record Paper(String id, String type, long size, String sha256, Instant at) {

        /** How large it is, in kilobytes. */
        public long kilobytes() {
            return Math.max(1, size / 1024);
        }

        /** What it ends in. */
        public String format() {
            return type.replaceFirst(".*/", "").toUpperCase(java.util.Locale.ROOT);
        }
    }

    /** What the organization was asked for. */
    public record Info(
            Instant askedAt,
            Instant answerBy,
            List<Asked> items,
            @Nullable Instant answeredAt) {

        public boolean isOpen() {
            return answeredAt == null;
        }
    }

    /** One thing that it was asked for. */
    public record Asked(
            LocalizedText question,
            @Nullable String evidence,
            @Nullable String answer,
            @Nullable Boolean cannotProvide) {}

    /** What came of looking at one side of it. */
    public record Check(
            String check, String result, @Nullable String reason) {}

    /** What somebody of the staff has written to the others. */
    public record Note(String text, Instant at) {}

    /** A step of the case. */
    public record Happening(String what, Instant at) {}

    /** A case before this one. */
    public record Earlier(
            @Nullable String receipt,
            List<String> evidence,
            @Nullable Info info,
            List<Happening> timeline,
            @Nullable Reason reason,
            @Nullable Appeal appeal,
            List<String> changed) {

        public Earlier {
            changed = changed == null ? List.of() : List.copyOf(changed);
        }
    }

    /** Why it was rejected, or its appeal dismissed. */
    public record Reason(String code, LocalizedText text) {}

    /** Until when an owner may appeal, and from when on it may be submitted again without. */
    public record Rejection(
            Instant appealUntil,
            Instant submitFrom,
            @Nullable Appeal appeal) {}

    /** @param accepted null while it waits */
    public record Appeal(
            String text,
            Instant at,
            @Nullable Boolean accepted,
            @Nullable Reason reason) {}

    public boolean may(String transition) {
        return allowedTransitions.contains(transition);
    }

    /** Whether each document that is needed was given. */
    public boolean isComplete() {
        return checkList.stream().noneMatch(item -> item.required() && item.paper() == null);
    }
}
