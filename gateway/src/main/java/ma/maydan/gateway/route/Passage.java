package ma.maydan.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * With what a request goes on.
 *
 * @param authorization the value of the header of that name
 * @param csrfToken for the forms of the page that comes back
 * @param cookies whether the cookies that are not the gateway's go along
 */
public record Passage(
        @Nullable String authorization, @Nullable String csrfToken, boolean cookies) {

    private static final Passage BARE = new Passage(null, null, false);

    void granted(HttpServletRequest request) {
        request.setAttribute(Passage.class.getName(), this);
    }

    /** What the request was granted; nothing when it was not. */
    public static Passage of(HttpServletRequest request) {
        return request.getAttribute(Passage.class.getName()) instanceof Passage passage ? passage : BARE;
    }
}
