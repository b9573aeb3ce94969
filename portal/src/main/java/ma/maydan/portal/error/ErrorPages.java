package ma.maydan.portal.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ma.maydan.portal.api.OnlyShownException;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.api.UnavailableException;
import ma.maydan.portal.api.UnreadableException;
import ma.maydan.portal.export.CutShortException;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Kinds;
import ma.maydan.portal.page.Languages;
import ma.maydan.portal.page.PageModel;
import ma.maydan.portal.page.PageView;
import ma.maydan.portal.page.SignInNeededException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Whatever goes wrong becomes a page in the visitor's language that says what to do next. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final PageModel pages;
    private final Kinds kinds;

    ErrorPages(PageModel pages, Kinds kinds) {
        this.pages = pages;
        this.kinds = kinds;
    }

    @ExceptionHandler
    @Nullable
    ModelAndView signInNeeded(SignInNeededException e, HttpServletRequest request, HttpServletResponse response) {
        return signIn(request, response);
    }

    @ExceptionHandler
    @Nullable
    ModelAndView refused(ProblemException problem, HttpServletRequest request, HttpServletResponse response) {
        if (problem.status() == 401) {
            // Who is signed in would be sent back here at once, and round again.
            return pages.visitor(request).isSignedIn() ? unanswered(request, response) : signIn(request, response);
        }
        var detail =
                problem.detail() == null ? pages.texts(request).orNull("withheld." + problem.code()) : problem.detail();
        var page = page(kind(problem), problem.status(), detail, request, response);
        if (problem.allowedTransitions() != null) {
            page.addObject("possible", possible(problem.allowedTransitions(), request));
        }
        return page;
    }

    /** The names of the steps that are possible with the object whose address was asked for. */
    private List<String> possible(List<String> steps, HttpServletRequest request) {
        var path = self(request).split("[/?]", -1);
        var kind = kinds.find(path.length > 2 ? path[2] : "").map(Kind::name).orElse("");
        var texts = pages.texts(request);
        return steps.stream()
                .map(step ->
                        step.equals("edit") ? texts.orNull("steps.edit") : texts.orNull("step." + kind + "." + step))
                .<String>mapMulti((name, names) -> {
                    if (name != null) {
                        names.accept(name);
                    }
                })
                .toList();
    }

    /** One record that cannot be read is no outage: the page of that address fails, and no other. */
    @ExceptionHandler
    ModelAndView unreadable(UnreadableException e, HttpServletRequest request, HttpServletResponse response) {
        log.error("{} {}: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        return page(500, null, request, response);
    }

    /** Such as a percent sign in the query that encodes nothing. */
    @ExceptionHandler
    ModelAndView malformed(InvalidParameterException e, HttpServletRequest request, HttpServletResponse response) {
        return page(400, null, request, response);
    }

    /** Parts that end half-way, or are none. */
    @ExceptionHandler
    ModelAndView malformed(MultipartException e, HttpServletRequest request, HttpServletResponse response) {
        return page(400, null, request, response);
    }

    @ExceptionHandler
    ModelAndView unavailable(UnavailableException e, HttpServletRequest request, HttpServletResponse response) {
        log.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        return unanswered(request, response);
    }

    /** A button that was pressed too late, with nothing typed: its page has it again. */
    @ExceptionHandler
    ModelAndView onlyShown(OnlyShownException e, HttpServletRequest request, HttpServletResponse response) {
        return page("late", 200, null, request, response);
    }

    /** There is no page behind half a file: the container closes the connection, and the browser says that it failed. */
    @ExceptionHandler
    void cutShort(CutShortException e, HttpServletRequest request) {
        log.warn("{} {} broke off: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        throw e;
    }

    private ModelAndView unanswered(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        return page(503, null, request, response);
    }

    @ExceptionHandler
    ModelAndView unexpected(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (e instanceof ErrorResponse known) {
            return page(known.getStatusCode().value(), null, request, response);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return page(500, null, request, response);
    }

    /** What the container itself found, and a page that could not be drawn. */
    @RequestMapping("${server.error.path:/error}")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            log.error(
                    "{} {} failed",
                    request.getMethod(),
                    request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                    failure);
        }
        return page(status == null ? 404 : status, null, request, response);
    }

    private ModelAndView page(
            int status, @Nullable String detail, HttpServletRequest request, HttpServletResponse response) {
        return page(kind(status), status, detail, request, response);
    }

    private ModelAndView page(
            String kind,
            int status,
            @Nullable String detail,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var model = pages.of(request);
        model.addAttribute("kind", kind);
        model.addAttribute("failed", true);
        if (detail != null) {
            model.addAttribute("detail", detail);
        }
        model.addAttribute("retry", request.getMethod().equals("GET") ? retry(kind, request) : sender(request));
        return new ModelAndView("error/error", model.asMap());
    }

    /** A step that is not possible now leads back to its object, which says what is. */
    private static String retry(String kind, HttpServletRequest request) {
        var self = self(request);
        return kind.equals("409") ? self.substring(0, Math.max(self.lastIndexOf('/'), "/xx".length())) : self;
    }

    /** Refusals that have a text of their own are not about a change in the meantime. */
    private static String kind(ProblemException problem) {
        return switch (problem.code()) {
            case "version-conflict", "precondition-required", "invalid-transition", "" -> kind(problem.status());
            default -> problem.status() == 409 || problem.isCorrectable() ? "refused" : kind(problem.status());
        };
    }

    private static String kind(int status) {
        return switch (status) {
            case 403, 404, 429, 503 -> String.valueOf(status);
            case 409, 412, 428 -> "409";
            default -> status < 500 ? "400" : "500";
        };
    }

    /** Sends the person to sign in and back; a page that htmx asked for cannot be sent elsewhere by a redirect. */
    private @Nullable ModelAndView signIn(HttpServletRequest request, HttpServletResponse response) {
        var back = request.getMethod().equals("GET") ? self(request) : sender(request);
        var language = Languages.of(request);
        var target = "/login?lang=" + language.code() + "&next=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", target);
            response.setStatus(204);
            return null;
        }
        response.setStatus(303);
        response.setHeader(HttpHeaders.LOCATION, target);
        return null;
    }

    private static String self(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (original != null) {
            return original.toString();
        }
        return PageView.of(request, Languages.of(request)).self();
    }

    /** The page that sent the form: a form is sent to its own address, a button to an address below its page. */
    private static String sender(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (Languages.ofPath(path).isEmpty()) {
            return "/" + Languages.of(request).code() + "/";
        }
        return path.endsWith("/new") || path.endsWith("/edit") ? path : path.substring(0, path.lastIndexOf('/'));
    }
}
