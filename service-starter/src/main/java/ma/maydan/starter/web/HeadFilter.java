package ma.maydan.starter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses headers that cannot be, before anything stumbles over them: none of them is a fault of ours. */
final class HeadFilter extends OncePerRequestFilter {

    /** Which of two would count? */
    private static final List<String> SINGLE =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, "Idempotency-Key");

    private final Problems problems;

    HeadFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var status = refusal(request);
        if (status != null) {
            problems.write(Problems.forStatus(status), request, response);
            return;
        }
        try {
            conditions(request, HttpHeaders.IF_MATCH);
            conditions(request, HttpHeaders.IF_NONE_MATCH);
        } catch (ProblemException malformed) {
            problems.write(malformed, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void conditions(HttpServletRequest request, String header) {
        EntityTags.ofHeader(Collections.list(request.getHeaders(header)).toArray(String[]::new));
    }

    private static @Nullable HttpStatus refusal(HttpServletRequest request) {
        for (var name : SINGLE) {
            if (Collections.list(request.getHeaders(name)).size() > 1) {
                return HttpStatus.BAD_REQUEST;
            }
        }
        for (var name : Collections.list(request.getHeaderNames())) {
            if (Collections.list(request.getHeaders(name)).stream().anyMatch(HeadFilter::hasControls)) {
                return HttpStatus.BAD_REQUEST;
            }
        }
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null || type.isEmpty() || isConcrete(type) ? null : HttpStatus.UNSUPPORTED_MEDIA_TYPE;
    }

    /** Spring Security's firewall refuses them too, but only when somebody reads them. */
    private static boolean hasControls(String value) {
        return value.chars().anyMatch(character -> Character.isISOControl(character) && character != '\t');
    }

    private static boolean isConcrete(String type) {
        try {
            return MediaType.parseMediaType(type).isConcrete();
        } catch (InvalidMediaTypeException noMediaType) {
            return false;
        }
    }
}
