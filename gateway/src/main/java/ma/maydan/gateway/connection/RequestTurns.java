package ma.maydan.gateway.connection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.limit.Client;
import ma.maydan.gateway.limit.Turns;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many requests of an address are worked on at once. A caller that does not read its answers, or an upstream that is
 * slow for one of them, takes up no more than that of what all share.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 90)
class RequestTurns extends OncePerRequestFilter {

    private final Turns turns;

    RequestTurns(GatewaySettings settings) {
        turns = new Turns(
                settings.bounds().requests(), settings.bounds().times().patience());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Line.begin();
        try (var turn = turns.take(Client.at(request.getRemoteAddr()))) {
            chain.doFilter(request, response);
        }
    }
}
