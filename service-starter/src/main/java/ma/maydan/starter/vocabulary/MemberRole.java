package ma.maydan.starter.vocabulary;

/** What a member may do for an organization. */
public enum MemberRole {
    OWNER,
    ADMIN,
    EDITOR,
    VIEWER;

    /** Whether a member of this role writes for the organization. */
    public boolean mayEdit() {
        return this != VIEWER;
    }

    /** Whether a member of this role speaks for the organization. */
    public boolean mayManage() {
        return this == OWNER || this == ADMIN;
    }
}
