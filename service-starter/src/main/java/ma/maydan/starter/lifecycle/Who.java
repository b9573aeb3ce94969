package ma.maydan.starter.lifecycle;

import ma.maydan.starter.vocabulary.MemberRole;

/** Whose a transition is. The cluster's people decide, and nobody decides on an organization that they belong to. */
public enum Who {
    HOLDER("the person whose it is"),
    EDITOR("an editor of the organization"),
    MANAGER("an admin or owner of the organization"),
    OWNER("an owner of the organization"),
    OFFICER("an officer of the cluster"),
    ADMIN("an admin of the cluster");

    private final String words;

    Who(String words) {
        this.words = words;
    }

    boolean is(Actor actor) {
        return switch (this) {
            case HOLDER -> actor.holder();
            case EDITOR -> actor.mayEdit();
            case MANAGER -> actor.mayManage();
            case OWNER -> actor.role() == MemberRole.OWNER;
            case OFFICER -> actor.officer();
            case ADMIN -> actor.admin();
        };
    }

    boolean decides() {
        return this == OFFICER || this == ADMIN;
    }

    String words() {
        return words;
    }
}
