package ma.maydan.gateway.session;

import ma.maydan.gateway.GatewaySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The servlet session is ours. Nobody has one before signing in. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
@EnableScheduling
public class SessionConfiguration {

    /** The browser's session cookie. */
    public static final String COOKIE = "MAYDAN_SESSION";

    @Bean
    CookieSerializer cookieSerializer(GatewaySettings settings) {
        var cookies = new DefaultCookieSerializer();
        cookies.setCookieName(COOKIE);
        cookies.setCookiePath("/");
        cookies.setUseHttpOnlyCookie(true);
        cookies.setUseSecureCookie(settings.isHttps());
        cookies.setSameSite("Lax");
        return cookies;
    }
}
