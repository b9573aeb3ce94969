package ma.maydan.starter.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Makes problem details (RFC 9457) in the caller's language, for controllers and for filters. */
public final class Problems {

    /** The stable prefix of every {@code type}. */
    public static final String TYPE = "https://maydan.ma/problems/";

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    private final List<Outage> outages;
    private final Bearer bearer;
    private final Supplier<Pages> pages;

    Problems(
            MessageSource messages,
            LocaleResolver locales,
            JsonMapper json,
            List<Outage> outages,
            Bearer bearer,
            Supplier<Pages> pages) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
        this.outages = outages;
        this.bearer = bearer;
        this.pages = pages;
    }

    /** Who is refused, for the log: the kind of caller and the id. */
    public interface Bearer {
        String current();
    }

    /** Where people come too, to whom a problem detail says little. */
    public interface Pages {

        /** @return whether a person is asking, who has been told with a page */
        boolean show(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
                throws IOException;
    }

    boolean isOutage(Throwable failure) {
        return outages.stream().anyMatch(outage -> outage.causes(failure));
    }

    /** 503 for a failure that {@link #isOutage}. */
    ProblemException outage(Throwable failure) {
        log.warn("Something that this needs is away: {}", failure.toString());
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable")
                .header(HttpHeaders.RETRY_AFTER, "5");
    }

    /** The problem detail for a refusal, which is logged: one line, and nothing in it that the caller wrote. */
    public ProblemDetail detail(ProblemException problem, HttpServletRequest request) {
        log.info(
                "Refused {} {} to {}: {} {}",
                request.getMethod(),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                bearer.current(),
                problem.status().value(),
                problem.code());
        var locale = locales.resolveLocale(request);
        var detail = ProblemDetail.forStatus(problem.status());
        detail.setType(URI.create(TYPE + problem.code()));
        detail.setTitle(text(problem.code() + ".title", locale));
        detail.setDetail(text(problem.code() + ".detail", locale, problem.arguments()));
        var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        detail.setInstance(instance(failed == null ? request.getRequestURI() : failed));
        detail.setProperty("code", problem.code());
        problem.members().forEach((name, value) -> detail.setProperty(name, localized(value, locale)));
        return detail;
    }

    /** Null for a request without a path, or one that is no URI: only an attacker sends that. */
    private static @Nullable URI instance(@Nullable String path) {
        try {
            return path == null ? null : new URI(path);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** The refusal that goes with a bare status, for errors that the container or Spring found. */
    public static ProblemException forStatus(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        if (known == null) {
            known = status.is4xxClientError() ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
        }
        if (known == HttpStatus.NOT_IMPLEMENTED) {
            // Of a method or a transfer coding that no server has to know: the request's fault, and nobody's outage.
            known = HttpStatus.BAD_REQUEST;
        }
        var code = switch (known) {
            case BAD_REQUEST, HTTP_VERSION_NOT_SUPPORTED -> "bad-request";
            case UNAUTHORIZED -> "unauthorized";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case REQUEST_TIMEOUT -> "request-timeout";
            case CONTENT_TOO_LARGE -> "content-too-large";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case TOO_MANY_REQUESTS -> "quota-exceeded";
            case BAD_GATEWAY, SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT -> "service-unavailable";
            default -> known.is4xxClientError() ? "bad-request" : "internal-error";
        };
        return new ProblemException(known, code);
    }

    /** Writes the problem as the response of a filter, or of the container. */
    public void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted() || pages.get().show(problem, request, response)) {
            return;
        }
        problem.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Language", language(request));
        response.getOutputStream().write(json.writeValueAsBytes(detail(problem, request)));
    }

    /** In which a problem is told to this caller: ar, fr or en. */
    String language(HttpServletRequest request) {
        return locales.resolveLocale(request).getLanguage();
    }

    /** What is said of a field that is wrong for this reason. */
    public String ofField(String code, Locale locale) {
        return text("field." + code, locale);
    }

    private Object localized(Object member, Locale locale) {
        if (member instanceof List<?> list) {
            return list.stream().map(item -> localized(item, locale)).toList();
        }
        if (member instanceof FieldProblem(var pointer, var code, var detail) && detail == null) {
            return new FieldProblem(pointer, code, ofField(code, locale));
        }
        return member;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
