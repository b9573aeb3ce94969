package ma.maydan.starter.personal;

/** Who sees what is held of a person, beside the person. */
public enum SeenBy {
    /** Nobody: it is for the portal's own work. */
    NOBODY,
    /** The members of the organization that it belongs to. */
    MEMBERS,
    /** Who runs the event. */
    HOSTS,
    /** Officers and admins of the cluster. */
    STAFF,
    EVERYBODY
}
