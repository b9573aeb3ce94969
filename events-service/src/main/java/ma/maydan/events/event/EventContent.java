package ma.maydan.events.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ma.maydan.events.question.Question;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** What the host says of an event. */
public record EventContent(
        @JsonUnwrapped Wording wording,
        Event.Kind kind,
        Event.Format format,
        @JsonUnwrapped Schedule schedule,
        @JsonUnwrapped Place place,
        @JsonUnwrapped Reach reach,
        @JsonUnwrapped Seating seating) {

    public LocalizedText title() {
        return wording.title();
    }

    public @Nullable LocalizedText description() {
        return wording.description();
    }

    /** What everybody may read of it: what is written to those who had a seat is theirs, afterwards. */
    EventContent forEverybody() {
        return new EventContent(wording.withoutFollowUp(), kind, format, schedule, place, reach, seating);
    }

    /**
     * What counts at once of a change of what is published. What is left of it is material: the time, the place, fewer
     * seats.
     */
    EventContent atOnce(EventContent changed) {
        return new EventContent(
                changed.wording,
                changed.kind,
                format,
                schedule,
                place.with(changed.place.joining()),
                changed.reach,
                changed.seating.with(Math.max(seating.capacity(), changed.seating.capacity())));
    }

    /** What waits beside this content, once that has become another at once. */
    EventContent beside(EventContent waiting, EventContent next) {
        return new EventContent(
                next.wording,
                next.kind,
                waiting.format,
                waiting.schedule,
                waiting.place.with(next.place.joining()),
                next.reach,
                waiting.seating.capacity() < seating.capacity()
                        ? next.seating.with(waiting.seating.capacity())
                        : next.seating);
    }

    /**
     * The same at another time, as long by the clock of its zone, with what is taken along.
     *
     * @throws ProblemException 422 at a time that the clock of the place never shows
     */
    EventContent copy(LocalDateTime start, Set<CopyRequest.Part> taken) {
        var end = start.plus(Duration.between(schedule.startsAtLocal(), schedule.endsAtLocal()));
        var address = taken.contains(CopyRequest.Part.ADDRESS);
        return new EventContent(
                taken.contains(CopyRequest.Part.TEXTS) ? wording : wording.titled(),
                kind,
                format,
                Schedule.of(start, end, schedule.zone()),
                new Place(
                        place.region(),
                        place.venue(),
                        address ? place.address() : null,
                        address ? place.coordinates() : Place.Coordinates.UNKNOWN,
                        taken.contains(CopyRequest.Part.JOINING) ? place.joining() : null),
                taken.contains(CopyRequest.Part.REACH) ? reach : Reach.EVERYBODY,
                seating.atAnotherTime());
    }

    /**
     * The same on another date, as long by the clock of its zone, with all that is said by the clock moved along.
     *
     * @throws ProblemException 422 at a time that the clock of the place never shows
     */
    EventContent movedTo(LocalDateTime start) {
        var by = Duration.between(schedule.startsAtLocal(), start);
        return new EventContent(
                wording, kind, format, schedule.movedBy(by), place, reach, seating.movedBy(by, schedule.zone()));
    }

    /** Whether it begins at another time. */
    boolean isMovedTo(EventContent next) {
        return !schedule.startsAtLocal().equals(next.schedule.startsAtLocal())
                || !schedule.startsAt().equals(next.schedule.startsAt());
    }

    /** Whether people come to another place, or join instead of coming. */
    boolean isRelocatedTo(EventContent next) {
        return format != next.format || !place.with(null).equals(next.place.with(null));
    }

    /**
     * @throws ProblemException 422 with all that keeps them from making an event that is still to come
     */
    void check(Instant now) {
        var wrong = new ArrayList<FieldProblem>();
        Checked.Faults faults = (field, code) -> wrong.add(new FieldProblem("/" + field, code, null));
        Schedule.check(schedule.startsAtLocal(), schedule.endsAtLocal(), schedule.zone(), now, faults);
        Window.check(
                seating.window().registrationOpensAtLocal(),
                seating.window().registrationClosesAtLocal(),
                schedule.startsAtLocal(),
                schedule.zone(),
                faults);
        checkPlace(format, place.venue(), faults);
        if (seating.sharing().allotted() > seating.capacity()) {
            faults.add("capacity", "more-allotted");
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalidFields(wrong);
        }
    }

    /** What has to be written before it is published, or to be missing on purpose. */
    List<FieldProblem> missing() {
        var missing = new ArrayList<FieldProblem>();
        addMissing("title", wording.title(), missing);
        addMissing("description", wording.description(), missing);
        addMissing("followUp", wording.mailing().followUp(), missing);
        addMissing("venue", place.venue(), missing);
        addMissing("address", place.address(), missing);
        for (var at = 0; at < questions().size(); at++) {
            var field = "questions/" + at;
            questions().get(at).texts().forEach((text, said) -> addMissing(field + "/" + text, said, missing));
        }
        return missing;
    }

    /** @throws ProblemException 422 with all that is missing */
    void requireComplete() {
        var missing = missing();
        if (!missing.isEmpty()) {
            throw ProblemException.invalidFields(missing);
        }
    }

    private void addMissing(String field, @Nullable LocalizedText text, List<FieldProblem> missing) {
        if (text != null) {
            wording.missing(text)
                    .forEach(language ->
                            missing.add(new FieldProblem("/" + field + "/" + language, "language-missing", null)));
        }
    }

    /** Where people come, they are told where to; null is what nobody has said yet. */
    static void checkPlace(Event.@Nullable Format format, @Nullable LocalizedText venue, Checked.Faults faults) {
        if (format != null && format != Event.Format.ONLINE && (venue == null || venue.isEmpty())) {
            faults.add("venue", "required");
        }
    }

    /** Whether it is the time to register, as far as the host has said. */
    boolean isRegistrationOpen(Instant now) {
        return !seating.window().opensAfter(now) && registrationEnd().isAfter(now);
    }

    /** When registration closes, at the latest when it begins. */
    Instant registrationEnd() {
        var closes = seating.window().registrationClosesAt();
        return closes == null || closes.isAfter(schedule.startsAt()) ? schedule.startsAt() : closes;
    }

    /** What is asked of who registers. */
    public List<Question> questions() {
        return seating.asking().questions();
    }

    /** Whether options are chosen, which the ledger counts. */
    public boolean asksForChoices() {
        return questions().stream().anyMatch(question -> question.kind().hasOptions());
    }

    /** Until when answers are changed, at the latest when it begins. */
    public Instant answersUntil() {
        var until = seating.asking().answersUntil();
        return until == null || until.isAfter(schedule.startsAt()) ? schedule.startsAt() : until;
    }

    /** See {@link Seating#offerEnd}. */
    public Instant offerEnd(Instant now) {
        return seating.offerEnd(registrationEnd(), now);
    }
}
