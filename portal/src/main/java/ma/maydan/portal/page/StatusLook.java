package ma.maydan.portal.page;

/** How a status looks: a tone and, since color alone tells nobody enough, a shape. */
public enum StatusLook {
    DRAFT("draft", "circle-dashed"),
    WAITING("waiting", "clock"),
    GOOD("good", "check"),
    ATTENTION("attention", "alert"),
    STOPPED("stopped", "bar");

    private final String tone;
    private final String icon;

    StatusLook(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    public String tone() {
        return tone;
    }

    public String icon() {
        return icon;
    }

    /** The look of a status of any kind of object; the names mean the same everywhere. */
    public static StatusLook of(String status) {
        return switch (status) {
            case "VERIFIED", "PUBLISHED", "CONFIRMED", "ACTIVE", "APPROVED", "COMPLETED" -> GOOD;
            case "SUBMITTED", "UNDER_REVIEW", "IN_REVIEW", "WAITLISTED", "AWAITING_SIGNATURE" -> WAITING;
            case "CHANGES_REQUESTED", "REJECTED" -> ATTENTION;
            case "SUSPENDED",
                    "CANCELLED",
                    "ARCHIVED",
                    "EXPIRED",
                    "TERMINATED",
                    "WITHDRAWN",
                    "EVENT_CANCELLED",
                    "EVENT_SUSPENDED",
                    "NOT_SERVED" -> STOPPED;
            default -> DRAFT;
        };
    }
}
