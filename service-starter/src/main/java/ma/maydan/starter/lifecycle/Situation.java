package ma.maydan.starter.lifecycle;

/** A thing as it stands, who acts on it, and what else its rules ask for, such as the time. */
public interface Situation<S extends Enum<S>> {

    S state();

    Actor actor();
}
