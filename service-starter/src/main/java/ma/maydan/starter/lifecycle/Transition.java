package ma.maydan.starter.lifecycle;

import java.util.Locale;

/** An enum of a thing's transitions, in the order in which they are offered, each with its {@link Rule}. */
public interface Transition<S extends Enum<S>, C extends Situation<S>> {

    String name();

    Rule<S, C> rule();

    /** As the API spells it. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
