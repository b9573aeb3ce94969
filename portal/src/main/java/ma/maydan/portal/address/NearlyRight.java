package ma.maydan.portal.address;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ma.maydan.portal.kind.Kinds;
import ma.maydan.portal.page.Language;
import ma.maydan.portal.page.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads from an address as people type it to the page: without its language, with capitals, with a slash at the end. The
 * language is the person's own, so that this is no answer for everybody; the others are for good.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class NearlyRight extends OncePerRequestFilter {

    /** Those that are no kind's. */
    private static final Set<String> OTHERS = Set.of("me", "reviews", "docs");

    private final Kinds kinds;

    NearlyRight(Kinds kinds) {
        this.kinds = kinds;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        var reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var meant = reads ? meant(path) : null;
        var ofLanguage = meant != null && Languages.ofPath(meant).isPresent();
        if (meant == null || ofLanguage && meant.equals(path)) {
            chain.doFilter(request, response);
            return;
        }
        if (!ofLanguage) {
            meant = "/" + Languages.of(request).code() + meant;
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            response.setHeader(HttpHeaders.VARY, "Cookie, Accept-Language");
        }
        var query = request.getQueryString();
        if (query != null && !ofLanguage) {
            query = query.replaceFirst("(^|&)lang=[^&]*", "").replaceFirst("^&", "");
        }
        response.setStatus(ofLanguage ? HttpServletResponse.SC_MOVED_PERMANENTLY : HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, meant + (query == null || query.isEmpty() ? "" : "?" + query));
    }

    /** The path as it was meant; null when it leads to no page in any case. */
    private @Nullable String meant(String path) {
        var parts = List.of(path.replaceFirst("/+$", "").split("/", -1));
        if (parts.size() < 2 || !parts.getFirst().isEmpty()) {
            return null;
        }
        var first = parts.get(1).toLowerCase(Locale.ROOT);
        if (Language.ofCode(first).isEmpty()) {
            return isSection(first) ? join(first, parts.subList(2, parts.size())) : null;
        }
        if (parts.size() == 2) {
            return "/" + first + "/";
        }
        var section = parts.get(2).toLowerCase(Locale.ROOT);
        return isSection(section)
                ? "/" + first + join(section, parts.subList(3, parts.size()))
                : "/" + first + join(parts.get(2), parts.subList(3, parts.size()));
    }

    private boolean isSection(String name) {
        return OTHERS.contains(name) || kinds.find(name).isPresent();
    }

    private static String join(String first, List<String> rest) {
        return "/" + first + (rest.isEmpty() ? "" : "/" + String.join("/", rest));
    }
}
