package ma.maydan.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/**
 * {@code GET /login?lang=ar&next=/ar/…} goes to the login pages in that language and comes back to {@code next}, else
 * to the page it was called from, else to the start page; {@code register=true} goes to the registration form; {@code
 * anew=true} asks for the password also of who is signed in.
 */
@Component
class SignInRequests implements OAuth2AuthorizationRequestResolver {

    static final String PATH = "/login";

    private static final String AGAIN = "again";

    private final DefaultOAuth2AuthorizationRequestResolver standard;
    private final LoginAttempts attempts;
    private final GatewaySettings settings;

    SignInRequests(ClientRegistrationRepository realms, LoginAttempts attempts, GatewaySettings settings) {
        this.standard = new DefaultOAuth2AuthorizationRequestResolver(realms);
        this.attempts = attempts;
        this.settings = settings;
    }

    /** The address to begin at. */
    static String begin(String language, String next) {
        return PATH + "?lang=" + language + "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** The same, after an attempt that was not known any more: such a one is followed by no third. */
    static String beginAgain(String language, String next) {
        return begin(language, next) + "&" + AGAIN + "=true";
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return PATH.equals(request.getRequestURI())
                        && "GET".equals(request.getMethod())
                        && (isAnew(request) || !isSignedIn())
                ? resolve(request, OidcConfiguration.REGISTRATION)
                : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        var login = standard.resolve(request, registration);
        if (login == null) {
            return null;
        }
        var language = Language.of(request).code();
        var worded = OAuth2AuthorizationRequest.from(login)
                .additionalParameters(parameters -> {
                    parameters.put("ui_locales", language);
                    // For whoever registers at once; from the login page on the theme says it.
                    parameters.put("kc_locale", language);
                    if ("true".equals(request.getParameter("register"))) {
                        parameters.put("prompt", "create");
                    } else if (isAnew(request)) {
                        parameters.put("prompt", "login");
                    }
                })
                .build();
        var again = "true".equals(request.getParameter(AGAIN));
        return attempts.begin(worded, request, next(request), language, again);
    }

    /** For what the services give only to who has signed in just now. */
    private static boolean isAnew(HttpServletRequest request) {
        return "true".equals(request.getParameter("anew"));
    }

    private static boolean isSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken;
    }

    /** Where to go after signing in. */
    String next(HttpServletRequest request) {
        return LocalPath.of(request.getParameter("next"))
                .or(() -> LocalPath.referrer(request, settings))
                .orElse("/" + Language.of(request).code() + "/");
    }
}
