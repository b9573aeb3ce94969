package ma.maydan.portal.page;

import java.util.List;

/** How a status looks: a tone and, since color alone tells nobody enough, a shape. */
public enum StatusLook {
    DRAFT("draft", "circle-dashed", "DRAFT"),
    WAITING("waiting", "clock", "SUBMITTED", "UNDER_REVIEW", "IN_REVIEW"),
    GOOD("good", "check", "PUBLISHED", "ACTIVE", "APPROVED", "COMPLETED"),
    ATTENTION("attention", "alert", "CHANGES_REQUESTED", "REJECTED"),
    STOPPED("stopped", "bar", "SUSPENDED", "CANCELLED", "ARCHIVED", "WITHDRAWN");

    private final String tone;
    private final String icon;
    private final List<String> shared;

    StatusLook(String tone, String icon, String... shared) {
        this.tone = tone;
        this.icon = icon;
        this.shared = List.of(shared);
    }

    public String tone() {
        return tone;
    }

    public String icon() {
        return icon;
    }

    /** The statuses of several kinds that look like this; a name means the same everywhere. */
    List<String> shared() {
        return shared;
    }
}
