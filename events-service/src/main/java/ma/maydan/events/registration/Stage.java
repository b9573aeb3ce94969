package ma.maydan.events.registration;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.Step;
import ma.maydan.starter.lifecycle.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Where it stands.
 *
 * @param activeKey event and person while the registration is active: unique, and absent afterwards
 * @param promotion the turn of the waiting list that gave or offered it a seat: unique
 * @param offeredUntil when the offer ends; null for one that was never offered a seat
 * @param moves what happened to it, in order
 * @param reason why the host declined it
 * @param parts that it takes with its seat, see {@link ma.maydan.events.seats.Part}
 */
public record Stage(
        Status status,
        @Nullable String activeKey,
        @Nullable String promotion,
        @Nullable Instant offeredUntil,
        List<Move> moves,
        @Nullable Reason reason,
        List<String> parts) {

    public Stage {
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /** A person can choose often. */
    private static final int CHOICES = 20;

    static Stage first(Status status, String activeKey, List<String> parts) {
        return new Stage(status, activeKey, null, null, List.of(), null, parts);
    }

    /** By a step; what ends gives back its parts. */
    Stage moved(Status next, @Nullable String key, Step step, Instant now) {
        var given = key == null ? parts : List.<String>of();
        var kept = key == null ? List.<String>of() : with(step.wish().parts());
        return new Stage(next, key, promotion, offeredUntil, and(step, next, given, now), null, kept);
    }

    /** By a turn of the list. */
    Stage served(Status next, @Nullable Instant until, Step turn, Instant now) {
        return new Stage(next, activeKey, turn.id(), until, and(turn, next, List.of(), now), null, parts);
    }

    /** With other parts. */
    Stage chosen(List<String> given, Step step, Instant now) {
        var kept = with(step.wish().parts()).stream()
                .filter(part -> !given.contains(part))
                .toList();
        var recent = recent(and(step, status, given, now));
        return new Stage(status, activeKey, promotion, offeredUntil, recent, null, kept);
    }

    /** By the host, before it had anything. */
    Stage declined(Reason because, Instant now) {
        var move = new Move("", status, Status.DECLINED, null, now, List.of());
        return new Stage(Status.DECLINED, null, null, null, and(move), because, List.of());
    }

    Stage keyed(@Nullable String key) {
        return new Stage(status, key, promotion, offeredUntil, moves, reason, parts);
    }

    /** What a step changed; null when it changed nothing, or not this one. */
    @Nullable
    Move movedBy(Step step) {
        return moves.stream()
                .filter(move -> move.step().equals(step.id()))
                .findFirst()
                .orElse(null);
    }

    /** Of choices those alone whose steps may not have ended yet. */
    private static List<Move> recent(List<Move> moves) {
        var choices = moves.stream().filter(Move::isChoice).toList();
        var over = choices.subList(0, Math.max(0, choices.size() - CHOICES));
        return moves.stream().filter(move -> !over.contains(move)).toList();
    }

    private List<String> with(List<String> more) {
        return Stream.concat(parts.stream(), more.stream()).toList();
    }

    private List<Move> and(Step step, Status next, List<String> given, Instant now) {
        return and(new Move(step.id(), status, next, step.turn(), now, given));
    }

    private List<Move> and(Move move) {
        return Stream.concat(moves.stream(), Stream.of(move)).toList();
    }

    /**
     * One change of a registration.
     *
     * @param step the ledger step that made it, or empty for one that changes no seat
     * @param turn how many turns of the list had begun then; null for one from before they were counted
     * @param given parts that it gave back
     */
    public record Move(
            String step, Status from, Status to, @Nullable Long turn, Instant at, List<String> given) {

        public Move {
            given = given == null ? List.of() : List.copyOf(given);
        }

        /** Whether it changed only what goes with the seat. */
        boolean isChoice() {
            return from == to;
        }
    }
}
