package ma.maydan.starter.personal;

/** What a feature does for a person before they are erased, such as to give back their seats. */
public interface Leaving {

    /**
     * Repeated it changes nothing.
     *
     * @throws IllegalStateException when it cannot be done now; it is tried again
     */
    void leave(String person);
}
