package ma.maydan.gateway.docs;

import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.RefusedException;
import ma.maydan.gateway.route.Upstream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** {@code /openapi/{service}} gives a document. */
@Configuration(proxyBeanMethods = false)
class DocsRoutes {

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> docs(ApiDocuments documents, JsonMapper json) throws IOException {
        var style = new ClassPathResource("gateway/gateway.css").getContentAsByteArray();
        return RouterFunctions.route()
                .route(read("/openapi/{service}"), request -> document(request, documents, json))
                .route(
                        read("/-/gateway.css"),
                        request -> ServerResponse.ok()
                                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                                .cacheControl(
                                        CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                                .body(style))
                .route(path("/openapi/**").or(path("/-/**")), DocsRoutes::otherwise)
                .build();
    }

    /** RFC 9110, section 9.1: what answers GET answers HEAD. */
    private static RequestPredicate read(String pattern) {
        return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(pattern));
    }

    private static ServerResponse otherwise(ServerRequest request) {
        var reads = Set.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.method());
        throw new RefusedException(reads ? Refusal.of(HttpStatus.NOT_FOUND) : Refusal.methodNotAllowed("GET, HEAD"));
    }

    private static ServerResponse document(ServerRequest request, ApiDocuments documents, JsonMapper json) {
        var service = Upstream.SERVICES.stream()
                .filter(known -> known.code().equals(request.pathVariable("service")))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.of(HttpStatus.NOT_FOUND)));
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(documents.of(service)));
    }
}
