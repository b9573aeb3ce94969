package ma.maydan.starter.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tags a {@link Versioned} body: {@code "7-1f0c…"}, the version, on which a change depends, and a digest of what this
 * caller was sent. A GET for what the caller has already is answered with 304.
 */
@RestControllerAdvice
final class ETagAdvice implements ResponseBodyAdvice<Object> {

    private final JsonMapper json;

    ETagAdvice(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof Versioned versioned)) {
            return body;
        }
        var opaque = versioned.version() + "-" + digest(json.writeValueAsBytes(body));
        response.getHeaders().setETag("\"" + opaque + "\"");
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        var reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        if (!reads) {
            return body;
        }
        // In the order of RFC 9110, section 13.2.2.
        var wanted = tags(request, HttpHeaders.IF_MATCH);
        if (wanted != null && !wanted.includeStrongly(opaque)) {
            throw ProblemException.stale();
        }
        var known = tags(request, HttpHeaders.IF_NONE_MATCH);
        return known != null && known.includeWeakly(opaque) && response instanceof ServletServerHttpResponse answer
                ? notModified(answer)
                : body;
    }

    private static @Nullable EntityTags tags(ServerHttpRequest request, String header) {
        return EntityTags.ofHeader(request.getHeaders().getOrEmpty(header).toArray(String[]::new));
    }

    private static @Nullable Object notModified(ServletServerHttpResponse response) {
        response.setStatusCode(HttpStatus.NOT_MODIFIED);
        return null;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
