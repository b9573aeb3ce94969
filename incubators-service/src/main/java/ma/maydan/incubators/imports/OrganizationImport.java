package ma.maydan.incubators.imports;

import static ma.maydan.incubators.imports.ImportTransition.LIFE_CYCLE;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import ma.maydan.starter.aggregate.Aggregate;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.file.Files;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.schedule.Due;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet of organizations on its way into the register: what its columns are, what would come of each row, and what
 * has. Its rows are kept beside it ({@link ImportRow}).
 *
 * @param mapping what is proposed until somebody has said it
 */
public record OrganizationImport(
        @BsonId String id, long version, ImportSource source, Mapping mapping, Stage stage, Instant updatedAt)
        implements Aggregate {

    /** In which it can be undone, and what was before is kept for that. */
    static final Duration UNDONE_WITHIN = Duration.ofDays(1);

    /** After which one that nobody runs is discarded. */
    static final Duration RUN_WITHIN = Duration.ofDays(30);

    /** Longer than somebody who looks at rows does not ask whether they still should. */
    private static final Duration A_PAGE = Duration.ofMinutes(1);

    /** The work of looking at each row, of bringing them into the register, of taking them back, and of forgetting them. */
    static final String CHECK = "import.check";

    static final String RUN = "import.run";
    static final String UNDO = "import.undo";
    static final String FORGET = "import.forget";

    /** Where it stands. */
    public enum Status {
        UPLOADED,
        /** Each row is looked at. */
        CHECKING,
        /** What would come of each row is told. */
        CHECKED,
        RUNNING,
        DONE,
        UNDOING,
        UNDONE,
        DISCARDED
    }

    /**
     * @param round of looking at its rows, from 1; 0 before
     * @param by who took the last step
     * @param undoneBy until when it can be undone; null unless it can
     * @param turn there while whoever does the work is at it, of one import at a time; each change of state ends it
     */
    public record Stage(
            Status status,
            int round,
            String by,
            @Nullable Instant undoneBy,
            @Nullable String turn) {}

    /** What other services learn: that there is one. */
    record Snapshot(String id, Status status, int rows) {}

    static Change<OrganizationImport> of(String id, ImportSource source, Mapping proposed, Actor actor, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        var stage = new Stage(Status.UPLOADED, 0, actor.requirePersonId(), null, null);
        return new OrganizationImport(id, 1, source, proposed, stage, at)
                .tell("uploaded")
                .and(Due.at(FORGET, id, at.plus(RUN_WITHIN)));
    }

    /** Says what its columns are; each row is looked at by that, once more if it was before. */
    Change<OrganizationImport> map(Mapping said, Actor actor, Instant now) {
        require(ImportTransition.MAPPING, actor, now);
        said.require(source.columns().size());
        var next = new Stage(Status.CHECKING, stage.round + 1, actor.requirePersonId(), null, null);
        return step(ImportTransition.MAPPING, said, next, now)
                .and(List.of(work(CHECK, now), Due.at(FORGET, id, now.plus(RUN_WITHIN))));
    }

    /** What would come of each row is known. */
    Change<OrganizationImport> checked(Instant now) {
        return to(mapping, at(Status.CHECKED, null), source, now).tell("checked");
    }

    Change<OrganizationImport> run(Actor actor, Instant now) {
        require(ImportTransition.RUN, actor, now);
        return step(ImportTransition.RUN, mapping, by(Status.RUNNING, actor), now)
                .and(List.of(work(RUN, now), Due.never(FORGET, id)));
    }

    Change<OrganizationImport> done(Instant now) {
        var until = now.truncatedTo(ChronoUnit.MILLIS).plus(UNDONE_WITHIN);
        return to(mapping, at(Status.DONE, until), source, now).tell("done").and(Due.at(FORGET, id, until));
    }

    Change<OrganizationImport> undo(Actor actor, Instant now) {
        require(ImportTransition.UNDO, actor, now);
        return step(ImportTransition.UNDO, mapping, by(Status.UNDOING, actor), now)
                .and(List.of(work(UNDO, now), Due.never(FORGET, id)));
    }

    Change<OrganizationImport> undone(Instant now) {
        return to(mapping, at(Status.UNDONE, null), source, now)
                .tell("undone")
                .and(Due.at(FORGET, id, now.plus(UNDONE_WITHIN)));
    }

    /** Gives it up before it has run. */
    Change<OrganizationImport> discard(Actor actor, Instant now) {
        require(ImportTransition.DISCARD, actor, now);
        return discarded(by(Status.DISCARDED, actor), now);
    }

    /** The same when nobody has run it in time. */
    Change<OrganizationImport> lapsed(Instant now) {
        return discarded(at(Status.DISCARDED, null), now);
    }

    private Change<OrganizationImport> discarded(Stage next, Instant now) {
        return to(mapping, next, source, now)
                .tell("discarded")
                .and(List.of(Due.at(FORGET, id, now.plus(A_PAGE)), Due.never(CHECK, id)));
    }

    /** Nothing can be undone any more, and nobody needs the spreadsheet. */
    Change<OrganizationImport> forgotten(Instant now) {
        return to(mapping, at(stage.status, null), source.forgotten(), now)
                .tell("forgotten")
                .and(Files.letGo(source.fileId(), null, now));
    }

    boolean isIn(Status status) {
        return stage.status == status;
    }

    /** Whether it lies where nobody works with it: it has not run. */
    boolean isIdle() {
        return stage.status == Status.UPLOADED || stage.status == Status.CHECKING || stage.status == Status.CHECKED;
    }

    private Stage by(Status status, Actor actor) {
        return new Stage(status, stage.round, actor.requirePersonId(), null, null);
    }

    private Stage at(Status status, @Nullable Instant undoneBy) {
        return new Stage(status, stage.round, stage.by, undoneBy, null);
    }

    private Due work(String kind, Instant now) {
        return Due.at(kind, id, now);
    }

    private void require(ImportTransition transition, Actor actor, Instant now) {
        LIFE_CYCLE.require(transition, new ImportSituation(this, actor, now));
    }

    private Change<OrganizationImport> step(ImportTransition step, Mapping said, Stage next, Instant now) {
        var changed = to(said, next, source, now);
        return new Change<>(changed, LIFE_CYCLE.eventType(step), changed.snapshot());
    }

    private OrganizationImport to(Mapping said, Stage next, ImportSource of, Instant now) {
        return new OrganizationImport(id, version + 1, of, said, next, now.truncatedTo(ChronoUnit.MILLIS));
    }

    private Change<OrganizationImport> tell(String what) {
        return new Change<>(this, "import." + what, snapshot());
    }

    Snapshot snapshot() {
        return new Snapshot(id, stage.status, source.rows());
    }
}
