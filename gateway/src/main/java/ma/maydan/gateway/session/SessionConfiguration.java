package ma.maydan.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import ma.maydan.gateway.GatewaySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;

/** The servlet session is ours. Nobody has one before signing in. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
@EnableScheduling
class SessionConfiguration {

    @Bean
    CookieSerializer sessionCookie(GatewaySettings settings) {
        var cookie = new OwnCookie("SESSION", settings);
        return new CookieSerializer() {
            @Override
            public List<String> readCookieValues(HttpServletRequest request) {
                return cookie.read(request).stream().toList();
            }

            @Override
            public void writeCookieValue(CookieValue value) {
                var id = value.getCookieValue();
                cookie.write(value.getResponse(), id, id.isEmpty() ? Duration.ZERO : null);
            }
        };
    }
}
