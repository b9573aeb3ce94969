package ma.maydan.starter.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import ma.maydan.starter.problem.ProblemException;

/**
 * The transitions of a kind of thing. A refusal comes in this order: 403 {@code forbidden} when the transition is for
 * people with another role in any state; 409 {@code invalid-transition} with what the actor may do when it is theirs in
 * another state; 403 {@code conflict-of-interest} when they would decide on their own organization; then whatever its
 * guards say. What is not refused is offered.
 */
public final class LifeCycle<T extends Enum<T> & Transition<S, C>, S extends Enum<S>, C extends Situation<S>> {

    private static final Set<String> NOT_THEIRS = Set.of("forbidden", "not-found");

    private final String thing;
    private final List<T> transitions;

    /** @param thing as the types of its events begin and its addresses have it in the plural, such as {@code event} */
    public LifeCycle(String thing, Class<T> transitions) {
        this.thing = thing;
        this.transitions = List.of(transitions.getEnumConstants());
    }

    /** What the actor may do now, in the order of the declaration. */
    public List<T> allowed(C situation) {
        return transitions.stream().filter(one -> allows(one, situation)).toList();
    }

    /**
     * What the actor may do now, and what is theirs in this state and is refused to them all the same: such as {@code
     * reinstate} with {@code four-eyes} for the person who suspended.
     */
    public Offer offer(C situation) {
        var allowed = new ArrayList<String>();
        var withheld = new LinkedHashMap<String, String>();
        for (var transition : transitions) {
            var refusal = transition.rule().refusal(situation, ProblemException::notFound);
            var problem = refusal == null ? null : refusal.get();
            if (problem == null) {
                allowed.add(transition.code());
            } else if (!NOT_THEIRS.contains(problem.code())) {
                withheld.put(transition.code(), problem.code());
            }
        }
        return new Offer(allowed, withheld);
    }

    /** As the API spells it. */
    public List<String> allowedCodes(C situation) {
        return allowed(situation).stream().map(Transition::code).toList();
    }

    public boolean allows(T transition, C situation) {
        return transition.rule().refusal(situation, ProblemException::notFound) == null;
    }

    /** @throws ProblemException when the actor may not take it now */
    public void require(T transition, C situation) {
        var refusal =
                transition.rule().refusal(situation, () -> ProblemException.invalidTransition(allowedCodes(situation)));
        if (refusal != null) {
            throw refusal.get();
        }
    }

    /** The type of the event that tells of this transition, such as {@code event.published}. */
    public String eventType(T transition) {
        return thing + "." + Objects.requireNonNull(transition.rule().told(), transition.name());
    }

    String thing() {
        return thing;
    }

    Stream<? extends Transition<S, C>> transitions() {
        return transitions.stream();
    }
}
