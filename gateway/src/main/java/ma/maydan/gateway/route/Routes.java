package ma.maydan.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.Set;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.body.Bodies;
import ma.maydan.gateway.form.FormKeeper;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.RefusedException;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The API's resources to their services, all else under {@code /api} to nobody, and every page to the portal. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Bean
    @Order(0)
    RouterFunction<ServerResponse> upstreams(
            GatewaySettings settings, UpstreamGuard guard, Admission admission, FormKeeper forms) {
        var routes =
                route("events").route(paths(Upstream.EVENTS), to(Upstream.EVENTS, settings, guard, admission, forms));
        for (var service : Upstream.SERVICES) {
            if (service != Upstream.EVENTS) {
                routes = routes.route(paths(service), to(service, settings, guard, admission, forms));
            }
        }
        return routes.route(RequestPredicates.path("/api/**"), Routes::nowhere)
                .route(Routes::isNoErrorPage, to(Upstream.PORTAL, settings, guard, admission, forms))
                .build();
    }

    private static RequestPredicate paths(Upstream service) {
        return service.patterns().stream()
                .map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }

    /** The container's way to the error page is not the portal's. */
    private static boolean isNoErrorPage(ServerRequest request) {
        return request.servletRequest().getDispatcherType() != DispatcherType.ERROR;
    }

    private static ServerResponse nowhere(ServerRequest request) {
        throw new RefusedException(Refusal.of(HttpStatus.NOT_FOUND));
    }

    private static HandlerFunction<ServerResponse> to(
            Upstream upstream, GatewaySettings settings, UpstreamGuard guard, Admission admission, FormKeeper forms) {
        var proxy = http();
        URI base = settings.upstreams().get(upstream.code());
        if (base == null) {
            throw new IllegalStateException("maydan.gateway.upstreams." + upstream.code() + " is missing");
        }
        return request -> {
            admission.grant(request.servletRequest(), upstream);
            request.attributes().put(MvcUtils.GATEWAY_REQUEST_URL_ATTR, base);
            if (guard.isTrying(upstream)) {
                Bodies.receive(request.servletRequest());
            }
            var safe = SAFE.contains(request.method());
            ServerResponse answer;
            try {
                answer = guard.call(
                        upstream,
                        safe,
                        () -> proxy.handle(request),
                        given -> given.statusCode().value());
            } catch (RefusedException e) {
                if (upstream == Upstream.PORTAL && e.refusal().status().is5xxServerError()) {
                    forms.ofUnanswered(request.servletRequest());
                }
                throw e;
            }
            if (Passage.of(request.servletRequest()).authorization() != null
                    && answer.headers().getCacheControl() == null) {
                // What one person sees is for nobody else's cache, nor for the back button after signing out.
                answer.headers().setCacheControl("private, no-store");
            }
            return answer;
        };
    }
}
