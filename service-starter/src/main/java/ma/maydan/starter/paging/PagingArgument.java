package ma.maydan.starter.paging;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets a controller take a {@link Paging} as a parameter. */
public final class PagingArgument implements HandlerMethodArgumentResolver {

    private static final Set<String> OF_THE_PAGE = Set.of("cursor", "limit");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return Paging.parse(request.getParameter("cursor"), request.getParameter("limit"), list(request));
    }

    /** The address with its filters, whichever order they come in; an empty filter is none. */
    private static String list(NativeWebRequest request) {
        var list = new StringBuilder(((ServletWebRequest) request).getRequest().getRequestURI());
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!OF_THE_PAGE.contains(name)) {
                Arrays.stream(values)
                        .filter(value -> !value.isEmpty())
                        .sorted()
                        .forEach(value ->
                                list.append('\n').append(name).append('=').append(value));
            }
        });
        return list.toString();
    }
}
