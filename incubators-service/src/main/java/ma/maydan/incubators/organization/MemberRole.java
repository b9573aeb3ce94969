package ma.maydan.incubators.organization;

/** What a member may do for the organization. */
public enum MemberRole {
    OWNER,
    ADMIN,
    EDITOR,
    VIEWER;

    public boolean mayEdit() {
        return this != VIEWER;
    }

    public boolean mayManage() {
        return this == OWNER || this == ADMIN;
    }
}
