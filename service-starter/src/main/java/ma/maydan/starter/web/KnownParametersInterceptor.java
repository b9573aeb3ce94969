package ma.maydan.starter.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query parameter that the endpoint does not declare, since a misspelt filter must not pass unnoticed, and one
 * that comes twice where a single value is declared. On the way to the error page nothing is refused a second time.
 */
final class KnownParametersInterceptor implements HandlerInterceptor {

    private final Map<HandlerMethod, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && request.getDispatcherType() != DispatcherType.ERROR
                && request.getQueryString() != null
                && method.getBeanType().getName().startsWith("ma.maydan.")) {
            var parameters = known.computeIfAbsent(method, KnownParametersInterceptor::parameters);
            request.getParameterMap().forEach((name, values) -> {
                var single = parameters.get(name);
                if (single == null) {
                    throw new ProblemException(HttpStatus.BAD_REQUEST, "unknown-parameter", name);
                }
                if (single && values.length > 1) {
                    throw new ProblemException(HttpStatus.BAD_REQUEST, "repeated-parameter", name);
                }
            });
        }
        return true;
    }

    /** By name, whether it has a single value. */
    private static Map<String, Boolean> parameters(HandlerMethod method) {
        var parameters = new HashMap<String, Boolean>();
        for (var parameter : method.getMethodParameters()) {
            var declared = parameter.getParameterAnnotation(RequestParam.class);
            if (declared != null) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                var type = parameter.getParameterType();
                parameters.put(
                        declared.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : declared.name(),
                        !type.isArray() && !Collection.class.isAssignableFrom(type));
            }
            if (parameter.getParameterType() == Paging.class) {
                parameters.put("cursor", true);
                parameters.put("limit", true);
            }
        }
        return parameters;
    }
}
