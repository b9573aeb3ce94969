package ma.maydan.starter.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Finds, before the dispatcher runs, the controller method that will answer a request. */
public final class Handlers {

    private static final String FOUND = Handlers.class.getName();
    private static final Object NONE = new Object();

    private final RequestMappingHandlerMapping mapping;

    Handlers(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /** The method, or null when there is none for this path, method and content type. */
    public @Nullable HandlerMethod find(HttpServletRequest request) {
        var found = request.getAttribute(FOUND);
        if (found == null) {
            found = lookUp(request);
            request.setAttribute(FOUND, found);
        }
        return found instanceof HandlerMethod method ? method : null;
    }

    private Object lookUp(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            var chain = mapping.getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method ? method : NONE;
        } catch (Exception wrongMethodOrType) {
            // The dispatcher meets the same mismatch and answers it with 405, 406 or 415.
            return NONE;
        }
    }
}
