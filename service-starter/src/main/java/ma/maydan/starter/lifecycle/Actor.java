package ma.maydan.starter.lifecycle;

import ma.maydan.starter.security.Caller;
import ma.maydan.starter.vocabulary.MemberRole;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on a thing, as far as a life cycle asks.
 *
 * @param personId null for nobody and for a machine, who are members of nothing
 * @param role in the organization that the thing belongs to; null for a stranger
 * @param interested belongs to an organization on which a decision about the thing is one
 * @param holder the thing is this person's own
 */
public record Actor(
        @Nullable String personId,
        boolean officer,
        boolean admin,
        @Nullable MemberRole role,
        boolean interested,
        boolean holder) {

    /** Somebody in front of nothing in particular. */
    public Actor(@Nullable String personId, boolean officer, boolean admin) {
        this(personId, officer, admin, null, false, false);
    }

    public static Actor of(Caller caller) {
        return new Actor(caller.id(), caller.isOfficer(), caller.isAdmin());
    }

    /** The same person, in front of a thing of an organization in which they have this role. */
    public Actor with(@Nullable MemberRole itsRole) {
        return with(itsRole, itsRole != null);
    }

    /** The same person, in front of a thing that concerns other organizations too. */
    public Actor with(@Nullable MemberRole itsRole, boolean isInterested) {
        return new Actor(personId, officer, admin, itsRole, isInterested, holder);
    }

    /** The same person, in front of a thing that belongs to this one. */
    public Actor of(String holderId) {
        return new Actor(personId, officer, admin, role, interested, is(holderId));
    }

    public boolean is(@Nullable String otherPersonId) {
        return personId != null && personId.equals(otherPersonId);
    }

    public boolean mayEdit() {
        return role != null && role.mayEdit();
    }

    public boolean mayManage() {
        return role != null && role.mayManage();
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
