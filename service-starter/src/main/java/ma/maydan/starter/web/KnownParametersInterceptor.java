package ma.maydan.starter.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a query parameter that the endpoint does not declare: a misspelt filter must not pass unnoticed. */
final class KnownParametersInterceptor implements HandlerInterceptor {

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && request.getQueryString() != null
                && method.getBeanType().getName().startsWith("ma.maydan.")) {
            var names = known.computeIfAbsent(method, KnownParametersInterceptor::parameters);
            for (var name : request.getParameterMap().keySet()) {
                if (!names.contains(name)) {
                    throw new ProblemException(HttpStatus.BAD_REQUEST, "unknown-parameter", name);
                }
            }
        }
        return true;
    }

    private static Set<String> parameters(HandlerMethod method) {
        var names = new HashSet<String>();
        for (var parameter : method.getMethodParameters()) {
            var declared = parameter.getParameterAnnotation(RequestParam.class);
            if (declared != null) {
                parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
                names.add(declared.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : declared.name());
            }
            if (parameter.getParameterType() == Paging.class) {
                names.addAll(Arrays.asList("cursor", "limit"));
            }
        }
        return names;
    }
}
