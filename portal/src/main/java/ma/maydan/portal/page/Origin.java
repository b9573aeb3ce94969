package ma.maydan.portal.page;

import jakarta.servlet.http.HttpServletRequest;

/** Where the portal stands, for addresses that leave it. */
public final class Origin {

    private Origin() {}

    /** Such as {@code https://maydan.ma}: as the gateway, which drops what others say of it, tells it. */
    public static String of(HttpServletRequest request) {
        var scheme = request.getHeader("X-Forwarded-Proto");
        var host = request.getHeader("X-Forwarded-Host");
        return scheme == null || host == null
                ? request.getRequestURL().toString().replaceFirst("^(https?://[^/]*).*$", "$1")
                : scheme + "://" + host;
    }
}
