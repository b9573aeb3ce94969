package ma.maydan.gateway.login;

import static org.springframework.web.servlet.function.RequestPredicates.path;

import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.RefusedException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What the security filters leave of the addresses for signing in and out, which are never the portal's. */
@Configuration(proxyBeanMethods = false)
class LoginRoutes {

    @Bean
    @Order(-2)
    RouterFunction<ServerResponse> loginAddresses(SignInRequests signIn) {
        return RouterFunctions.route()
                .GET(SignInRequests.PATH, request -> alreadySignedIn(request, signIn))
                .route(path(SignInRequests.PATH), request -> {
                    throw new RefusedException(Refusal.methodNotAllowed("GET"));
                })
                .route(path(SignOut.PATH), request -> {
                    throw new RefusedException(Refusal.methodNotAllowed("POST"));
                })
                .route(path("/login/**").or(path("/oauth2/**")), request -> {
                    throw new RefusedException(Refusal.of(HttpStatus.NOT_FOUND));
                })
                .build();
    }

    private static ServerResponse alreadySignedIn(ServerRequest request, SignInRequests signIn) {
        return ServerResponse.status(HttpStatus.FOUND)
                .header("Location", signIn.next(request.servletRequest()))
                .build();
    }
}
