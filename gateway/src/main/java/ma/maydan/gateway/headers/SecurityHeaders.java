package ma.maydan.gateway.headers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.starter.web.AnswerHeaders;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** What browsers are told with every answer, whoever gives it. */
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {

    /** The gateway's alone to say; whatever comes from behind under these names is dropped. */
    @Bean
    AnswerHeaders answerHeaders(GatewaySettings settings) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
                        + "form-action 'self' " + settings.oidc().origin());
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        if (settings.isHttps()) {
            headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        return new AnswerHeaders(headers);
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> securityHeadersFilter(AnswerHeaders headers) {
        var filter = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                headers.values().forEach(response::setHeader);
                chain.doFilter(request, response);
            }

            @Override
            protected boolean shouldNotFilterErrorDispatch() {
                return false;
            }
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }
}
