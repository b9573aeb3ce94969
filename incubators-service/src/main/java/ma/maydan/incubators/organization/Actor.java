package ma.maydan.incubators.organization;

import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who wants something, as far as the rules of the register ask.
 *
 * @param personId null for nobody and for a machine, who are members of nothing
 */
public record Actor(@Nullable String personId, boolean officer, boolean admin) {

    public static Actor of(Caller caller) {
        return new Actor(caller.isPerson() ? caller.id() : null, caller.isOfficer(), caller.isAdmin());
    }

    public boolean is(@Nullable String otherPersonId) {
        return personId != null && personId.equals(otherPersonId);
    }

    /**
     * The id of an actor who is known to be a person.
     *
     * @throws IllegalStateException for nobody and for a machine
     */
    public String requirePersonId() {
        if (personId == null) {
            throw new IllegalStateException("The actor is not a person");
        }
        return personId;
    }
}
