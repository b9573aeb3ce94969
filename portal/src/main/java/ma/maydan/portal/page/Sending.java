package ma.maydan.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a form was sent for: to be acted on, or only to be shown again as it was typed. */
public enum Sending {
    IN_EARNEST,
    /** It came when its person was not signed in, or by the token of another session; now they are. */
    TOO_LATE,
    /** The same, and the files that were in it have to be chosen again. */
    TOO_LATE_WITHOUT_FILES,
    /** The person chose another language in the middle of it, or wants room for more. */
    NOT_YET;

    /** The gateway says it; it drops the header when it comes from outside. */
    private static final String HEADER = "X-Maydan-Shown";

    /** The fields of the buttons that choose a language, or ask for room. */
    private static final Set<String> BUTTONS = Set.of("_language", "_more");

    static Sending of(HttpServletRequest request) {
        var late = request.getHeader(HEADER);
        if (late != null) {
            return late.equals("whole") ? TOO_LATE : TOO_LATE_WITHOUT_FILES;
        }
        return "POST".equals(request.getMethod())
                        && BUTTONS.stream().anyMatch(button -> request.getParameter(button) != null)
                ? NOT_YET
                : IN_EARNEST;
    }

    /** The key of what the person is told; null for nothing. */
    public @Nullable String notice() {
        return switch (this) {
            case IN_EARNEST, NOT_YET -> null;
            case TOO_LATE -> "form.late";
            case TOO_LATE_WITHOUT_FILES -> "form.late.files";
        };
    }
}
