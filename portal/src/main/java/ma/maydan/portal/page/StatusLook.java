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
}
