package ma.maydan.events.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.vocabulary.MemberRole;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The steps that are taken with several dates of a series, in their order, until each date has taken them. The dates are
 * events that stand for themselves and name it; it holds no other word of theirs.
 *
 * @param id of the event that the others were made from
 * @param version one more with each change
 * @param steps how many there have been
 * @param open those that not all dates may have taken yet
 * @param changedAt when the last one came
 * @param waiting true while one is open, then absent
 */
public record Series(
        @BsonId String id,
        long version,
        int steps,
        List<Step> open,
        Instant changedAt,
        @Nullable Boolean waiting) {

    /** The most dates of one. */
    static final int MOST = 52;

    /**
     * One of them.
     *
     * @param number 1 is that which makes the first dates
     * @param transition of which {@link EventTransition}; null for one that makes dates
     * @param which dates it is for, or which further ones are like; null for the first
     * @param rights of who took it, who is not named; null for one that makes dates
     * @param edit for an edit
     * @param making for one that makes dates
     */
    public record Step(
            int number,
            @Nullable String transition,
            @Nullable Which which,
            @Nullable Rights rights,
            @Nullable Reason reason,
            @Nullable Edit edit,
            @Nullable Making making) {

        Step numbered(int its) {
            return new Step(its, transition, which, rights, reason, edit, making);
        }
    }

    /**
     * Some of the dates.
     *
     * @param eventId of the one that is named
     * @param from those that were planned before are none of them; null for all
     */
    public record Which(String eventId, @Nullable LocalDateTime from) {

        boolean include(Occurrence date) {
            return from == null || !date.planned().isBefore(from);
        }
    }

    /** What a person was in front of the events of the series. */
    public record Rights(
            boolean officer, boolean admin, @Nullable MemberRole role, boolean interested, boolean trusted) {

        static Rights of(Actor actor, boolean trusted) {
            return new Rights(actor.officer(), actor.admin(), actor.role(), actor.interested(), trusted);
        }

        Actor actor() {
            return new Actor(null, officer, admin).with(role, interested);
        }
    }

    /**
     * A change of what is said of one date.
     *
     * @param startedAtLocal when it began before
     * @param fields those that were changed
     */
    public record Edit(LocalDateTime startedAtLocal, EventContent content, List<String> fields) {

        /**
         * The content of a date once it is changed too, in all that is not its own; moved by as much.
         *
         * @throws ma.maydan.starter.problem.ProblemException 422 at a time that the clock of the place never shows
         */
        EventContent onto(EventContent date, Occurrence occurrence) {
            var shared = fields.stream()
                    .filter(field -> !occurrence.own().contains(field))
                    .toList();
            var start = date.schedule().startsAtLocal();
            var moved = shared.contains(ContentFields.SCHEDULE)
                    ? start.plus(
                            Duration.between(startedAtLocal, content.schedule().startsAtLocal()))
                    : start;
            return ContentFields.merge(date, content.movedTo(moved), shared);
        }
    }

    /**
     * The dates to be made.
     *
     * @param starts all; of the first dates with that of the event that they are made from
     */
    public record Making(EventContent content, @Nullable EventImage image, List<LocalDateTime> starts) {}

    static Series of(String eventId, Making making, Instant now) {
        var first = new Step(1, null, null, null, null, null, making);
        return new Series(eventId, 1, 1, List.of(first), now, true);
    }

    Series with(Step step, Instant now) {
        var all = Stream.concat(open.stream(), Stream.of(step.numbered(steps + 1)));
        return new Series(id, version + 1, steps + 1, all.toList(), now, true);
    }

    /** Once all dates have taken what has come up to this step. */
    Series without(Step done) {
        var left = open.stream().filter(step -> step.number() > done.number()).toList();
        return new Series(id, version + 1, steps, left, changedAt, left.isEmpty() ? null : true);
    }
}
