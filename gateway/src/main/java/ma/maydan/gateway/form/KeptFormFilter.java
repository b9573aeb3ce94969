package ma.maydan.gateway.form;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import ma.maydan.gateway.refusal.Refusals;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind the security filters: keeps the form of a browser whose session is over, and shows a kept one to its person. To
 * everybody else, and when it is not there any more, the address that names one is the plain address.
 */
@Component
@Order(10)
class KeptFormFilter extends OncePerRequestFilter {

    private static final Pattern NAMED = Pattern.compile(FormKeeper.KEPT + "=([A-Za-z0-9_-]{22})");

    private final FormKeeper keeper;
    private final Refusals refusals;

    KeptFormFilter(FormKeeper keeper, Refusals refusals) {
        this.keeper = keeper;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken;
        if ("POST".equals(request.getMethod()) && !signedIn && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            var kept = keeper.ofSignedOut(request);
            if (kept.isPresent()) {
                refusals.write(kept.get(), request, response);
                return;
            }
        }
        var query = request.getQueryString();
        var named = query == null || !"GET".equals(request.getMethod()) ? null : NAMED.matcher(query);
        if (named == null || !named.matches() || !signedIn || !Refusals.wantsPage(request)) {
            chain.doFilter(request, response);
            return;
        }
        var form = keeper.find(request, named.group(1));
        if (form.isPresent()) {
            chain.doFilter(new ShownRequest(request, form.get()), response);
        } else {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.LOCATION, request.getRequestURI());
        }
    }
}
