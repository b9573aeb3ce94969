package ma.maydan.starter.lifecycle;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A transition as it is declared: from which states, by whom, to which, and when.
 *
 * @param claims whose it is, in which states
 * @param to null where the state stays, or follows from more than the transition
 * @param told of the event that tells of it, after the thing's name, such as {@code published}
 */
public record Rule<S extends Enum<S>, C extends Situation<S>>(
        List<Claim<S>> claims,
        @Nullable S to,
        List<Guard<C>> guards,
        @Nullable String told) {

    /** These people, in these states. */
    record Claim<S extends Enum<S>>(Set<S> from, Set<Who> by) {

        boolean belongsTo(Actor actor) {
            return by.stream().anyMatch(who -> who.is(actor));
        }

        /** Whether somebody takes it for themselves, and decides on nobody. */
        boolean isOwn(Actor actor) {
            return by.stream().anyMatch(who -> !who.decides() && who.is(actor));
        }

        String words() {
            return from.stream().map(Enum::name).collect(joining(" or ")) + " by "
                    + by.stream().map(Who::words).collect(joining(" or "));
        }
    }

    /** @param otherwise null where the state does not allow it then */
    record Guard<C>(Predicate<C> holds, @Nullable Supplier<ProblemException> otherwise) {}

    @SafeVarargs
    public static <S extends Enum<S>, C extends Situation<S>> Rule<S, C> from(S first, S... more) {
        return new Rule<>(List.of(new Claim<>(EnumSet.of(first, more), Set.of())), null, List.of(), null);
    }

    /** What is said of who may, of the states that were named last. */
    public Rule<S, C> by(Who... people) {
        var named = new ArrayList<>(claims);
        named.add(new Claim<>(named.removeLast().from(), new LinkedHashSet<>(List.of(people))));
        return new Rule<>(List.copyOf(named), to, guards, told);
    }

    /** Other states, of which {@link #by} says who may. */
    @SafeVarargs
    public final Rule<S, C> orFrom(S first, S... more) {
        var named = Stream.concat(claims.stream(), Stream.of(new Claim<>(EnumSet.of(first, more), Set.<Who>of())));
        return new Rule<>(named.toList(), to, guards, told);
    }

    public Rule<S, C> to(S state) {
        return new Rule<>(claims, state, guards, told);
    }

    /** In a situation other than this the state does not allow it. */
    public Rule<S, C> when(Predicate<C> holds) {
        return guarded(new Guard<>(holds, null));
    }

    /** In a situation other than this it is refused so. */
    public Rule<S, C> when(Predicate<C> holds, Supplier<ProblemException> otherwise) {
        return guarded(new Guard<>(holds, otherwise));
    }

    /** Another person than the one who took the step before. */
    public Rule<S, C> byAnother(Predicate<C> samePerson) {
        return when(samePerson.negate(), () -> new ProblemException(HttpStatus.FORBIDDEN, "four-eyes"));
    }

    public Rule<S, C> tells(String event) {
        return new Rule<>(claims, to, guards, event);
    }

    private Rule<S, C> guarded(Guard<C> guard) {
        return new Rule<>(
                claims, to, Stream.concat(guards.stream(), Stream.of(guard)).toList(), told);
    }

    /** Whether it is taken from this state, by somebody. */
    public boolean isFrom(S state) {
        return claims.stream().anyMatch(claim -> claim.from().contains(state));
    }

    /** Why it is refused in this situation, or null when it is not. */
    @Nullable
    Supplier<ProblemException> refusal(C situation, Supplier<ProblemException> invalidTransition) {
        var actor = situation.actor();
        var theirs = claims.stream().filter(claim -> claim.belongsTo(actor)).toList();
        if (theirs.isEmpty()) {
            return ProblemException::forbidden;
        }
        var now = theirs.stream()
                .filter(claim -> claim.from().contains(situation.state()))
                .toList();
        if (now.isEmpty()) {
            return invalidTransition;
        }
        if (actor.interested() && now.stream().noneMatch(claim -> claim.isOwn(actor))) {
            return () -> new ProblemException(HttpStatus.FORBIDDEN, "conflict-of-interest");
        }
        for (var guard : guards) {
            if (!guard.holds().test(situation)) {
                return guard.otherwise() == null ? invalidTransition : guard.otherwise();
            }
        }
        return null;
    }

    /** For the description of the API. */
    String words() {
        return "From " + claims.stream().map(Claim::words).collect(joining("; from "))
                + (to == null ? "." : "; to " + to.name() + ".");
    }
}
