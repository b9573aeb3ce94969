package ma.maydan.gateway.headers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.form.KeptForm;
import ma.maydan.gateway.route.Passage;
import ma.maydan.gateway.session.OwnCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What an upstream gets to see. Nothing that a caller says about proxies, about the gateway's own {@code X-Maydan-*} or
 * about traces goes on; nobody behind the gateway sees a session cookie.
 */
@Component
class OutboundHeaders implements RequestHttpHeadersFilter, Ordered {

    private static final Set<String> DROPPED = Set.of(
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "true-client-ip",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method-override",
            "x-csrf-token",
            "authorization",
            "cookie",
            "host",
            "expect",
            "traceparent",
            "tracestate",
            "baggage",
            "b3");

    private final GatewaySettings settings;

    OutboundHeaders(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders apply(HttpHeaders inbound, ServerRequest request) {
        var servlet = request.servletRequest();
        var nominated = nominated(inbound);
        var outbound = new HttpHeaders();
        inbound.forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!DROPPED.contains(lower)
                    && !nominated.contains(lower)
                    && !lower.startsWith("x-forwarded-")
                    && !lower.startsWith("x-maydan-")
                    && !lower.startsWith("x-b3-")) {
                outbound.addAll(name, values);
            }
        });
        // Spring adds a charset of its own guess.
        add(outbound, HttpHeaders.CONTENT_TYPE, servlet.getHeader(HttpHeaders.CONTENT_TYPE));
        var passage = Passage.of(servlet);
        add(outbound, HttpHeaders.AUTHORIZATION, passage.authorization());
        add(outbound, "X-Maydan-Csrf", passage.csrfToken());
        var form = KeptForm.shownBy(servlet);
        if (form != null) {
            outbound.set("X-Maydan-Shown", form.files() ? "without-files" : "whole");
        }
        if (passage.cookies()) {
            add(outbound, HttpHeaders.COOKIE, foreignCookies(servlet));
        }
        var door = settings.publicUri();
        outbound.set("X-Forwarded-For", servlet.getRemoteAddr());
        outbound.set("X-Forwarded-Proto", door.getScheme());
        outbound.set("X-Forwarded-Host", door.getRawAuthority());
        return outbound;
    }

    /** Headers that the caller's connection options name end here (RFC 9110, section 7.6.1). */
    private static Set<String> nominated(HttpHeaders inbound) {
        var names = new HashSet<String>();
        for (var option : inbound.getConnection()) {
            names.add(option.trim().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private static @Nullable String foreignCookies(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> !OwnCookie.isOurs(cookie.getName()))
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
    }

    private static void add(HttpHeaders headers, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            headers.set(name, value);
        }
    }
}
