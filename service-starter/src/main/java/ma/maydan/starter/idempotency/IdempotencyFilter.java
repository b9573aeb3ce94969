package ma.maydan.starter.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.problem.Problems;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.Handlers;
import ma.maydan.starter.web.HeldBody;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Runs each {@link Creates} endpoint once per caller, address and {@code Idempotency-Key}: the same key and body get
 * the same answer for 24 hours, another body 422, and 409 while the first is under way. A refusal is not kept, since
 * nothing was written.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE);

    private final IdempotencyStore store;
    private final Handlers handlers;
    private final Problems problems;

    IdempotencyFilter(IdempotencyStore store, Handlers handlers, Problems problems) {
        this.store = store;
        this.handlers = handlers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return true;
        }
        var handler = handlers.find(request);
        return handler == null || !handler.hasMethodAnnotation(Creates.class);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (key == null || !KEY.matcher(key).matches()) {
            var code = key == null ? "idempotency-key-missing" : "idempotency-key-invalid";
            problems.write(new ProblemException(HttpStatus.BAD_REQUEST, code), request, response);
            return;
        }
        byte[] body;
        try {
            body = request.getInputStream().readAllBytes();
        } catch (ProblemException tooLarge) {
            problems.write(tooLarge, request, response);
            return;
        }
        var scope = Caller.current().subject() + " " + request.getRequestURI() + " " + key;
        if (isKeptByWhatIsCreated(request)) {
            request.setAttribute(NewId.ATTRIBUTE, NewId.ofKey(scope, hash(body)));
            chain.doFilter(new HeldBody(request, body), response);
            return;
        }
        switch (store.claim(hash(scope), Caller.current().id(), hash(body))) {
            case IdempotencyStore.Run(var entry) -> run(entry, new HeldBody(request, body), response, chain);
            case IdempotencyStore.Replay(var answer) -> replay(answer, response);
            case IdempotencyStore.Refuse(var code) -> problems.write(refusal(code), request, response);
        }
    }

    private boolean isKeptByWhatIsCreated(HttpServletRequest request) {
        var handler = handlers.find(request);
        var creates = handler == null ? null : handler.getMethodAnnotation(Creates.class);
        return creates != null && creates.keptByWhatIsCreated();
    }

    private void run(
            IdempotencyStore.Entry entry, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(NewId.ATTRIBUTE, new NewId(entry.resourceId(), entry.bodyHash()));
        var answer = new ContentCachingResponseWrapper(response);
        var ended = false;
        try {
            chain.doFilter(request, answer);
            ended = answer.getStatus() < 500;
        } finally {
            if (!ended) {
                store.abandon(entry);
            }
        }
        if (ended && answer.getStatus() < 300) {
            var headers = new LinkedHashMap<String, String>();
            for (var name : KEPT_HEADERS) {
                var value = name.equals(HttpHeaders.CONTENT_TYPE) ? answer.getContentType() : answer.getHeader(name);
                if (value != null) {
                    headers.put(name, value);
                }
            }
            store.complete(entry, answer.getStatus(), headers, answer.getContentAsByteArray());
        } else if (ended) {
            store.forget(entry);
        }
        answer.copyBodyToResponse();
    }

    private static void replay(IdempotencyStore.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(NewId.REPLAYED, "true");
        response.getOutputStream().write(answer.body().getData());
    }

    private static ProblemException refusal(String code) {
        return code.equals("idempotency-in-flight")
                ? new ProblemException(HttpStatus.CONFLICT, code).header(HttpHeaders.RETRY_AFTER, "1")
                : new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, code);
    }

    static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
