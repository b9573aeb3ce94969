package ma.maydan.events.event;

import org.jspecify.annotations.Nullable;

/**
 * Who acts on an event.
 *
 * @param roleInHost null for somebody who does not belong to the host
 */
record EventActor(boolean officer, boolean admin, @Nullable String roleInHost) {

    boolean edits() {
        return roleInHost != null && !roleInHost.equals("VIEWER");
    }

    boolean leads() {
        return "OWNER".equals(roleInHost) || "ADMIN".equals(roleInHost);
    }

    /** Nobody decides on an organization they belong to. */
    boolean moderates() {
        return officer && roleInHost == null;
    }
}
