package ma.maydan.gateway.refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal: a page for a browser that asks for one, a problem detail for everybody else. */
@Component
public class Refusals implements Problems.Pages {

    /** Where the files of the pages begin. */
    public static final String FILES = "/-/";

    private static final String GIVEN = Refusals.class.getName();
    private static final String OFFERED = GIVEN + ".offered";
    private static final String UNSAID = GIVEN + ".unsaid";

    private final Problems problems;
    private final LocaleResolver locales;
    private final JsonMapper json;
    private final Pages pages = new Pages();

    Refusals(Problems problems, LocaleResolver locales, JsonMapper json) {
        this.problems = problems;
        this.locales = locales;
        this.json = json;
    }

    /** Whether a person looks at the answer. */
    public static boolean wantsPage(HttpServletRequest request) {
        var path = path(request);
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !path.startsWith("/api/")
                && !path.startsWith("/openapi/");
    }

    /** The code of the refusal that answered the request; null when it was not refused here. */
    public static @Nullable String given(HttpServletRequest request) {
        return (String) request.getAttribute(GIVEN);
    }

    /** Why the request is refused, when that could not be said at once. */
    static Optional<Refusal> unsaid(HttpServletRequest request) {
        return Optional.ofNullable((Refusal) request.getAttribute(UNSAID));
    }

    /** Where the button of the page leads, if the request is refused; for a path of ours alone. */
    public static void offer(String path, HttpServletRequest request) {
        request.setAttribute(OFFERED, path);
    }

    /**
     * Says nothing more when the response is under way. One that the container has suspended, for what it met in the
     * body, only looks so: the refusal is kept for the error page.
     */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            request.setAttribute(UNSAID, refusal);
            return;
        }
        request.setAttribute(GIVEN, refusal.code());
        response.resetBuffer();
        response.setStatus(refusal.status().value());
        refusal.headers().forEach(response::setHeader);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (refusal.status().is3xxRedirection()) {
            response.setContentLength(0);
            return;
        }
        if (refusal.status() == HttpStatus.UNAUTHORIZED && request.getHeader("HX-Request") != null) {
            // A fragment cannot ask for a password; the whole page can, and knows where it was.
            response.setHeader(
                    "HX-Redirect", "/login?lang=" + Language.of(request).code());
        }
        var page = wantsPage(request);
        var language = page
                ? Language.of(request).code()
                : locales.resolveLocale(request).getLanguage();
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
        response.setContentType(page ? MediaType.TEXT_HTML_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var body = page
                ? pages.render(refusal, Language.of(request), path(request), (String) request.getAttribute(OFFERED))
                        .getBytes(StandardCharsets.UTF_8)
                : problem(refusal, request);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** What the container or a filter of the services' refuses, whose codes say nothing to a person. */
    @Override
    public boolean show(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var page = wantsPage(request);
        if (page) {
            write(Refusal.of(problem.status()), request, response);
        }
        return page;
    }

    private byte[] problem(Refusal refusal, HttpServletRequest request) {
        var detail = problems.detail(new ProblemException(refusal.status(), refusal.code()), request);
        if (refusal.type() != null) {
            detail.setType(URI.create(refusal.type()));
        }
        return json.writeValueAsBytes(detail);
    }

    /** The path that was asked for, also on the way through the container's error page. */
    private static String path(HttpServletRequest request) {
        var failed = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }
}
