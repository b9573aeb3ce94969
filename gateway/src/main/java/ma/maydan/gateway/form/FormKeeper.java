package ma.maydan.gateway.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.refusal.Language;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.Refusals;
import ma.maydan.gateway.session.KnownBrowser;
import ma.maydan.gateway.session.KnownBrowsers;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * What happens to a form that one of our own pages sent and that cannot be taken as it came: it is kept for its person
 * and shown to them again, for them to send (docs/adr/0017). Only a browser in which somebody has signed in has its
 * forms kept, so that strangers cost the database nothing; what another site sends is never kept.
 */
@Component
public class FormKeeper {

    /** The parameter that names a kept form in the address that shows it. */
    static final String KEPT = "kept";

    private final KeptForms forms;
    private final KnownBrowsers browsers;
    private final GatewaySettings settings;

    FormKeeper(KeptForms forms, KnownBrowsers browsers, GatewaySettings settings) {
        this.forms = forms;
        this.browsers = browsers;
        this.settings = settings;
    }

    /** Keeps the form of somebody who is signed in; the answer shows it at once. */
    public Optional<Refusal> ofSignedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken person)) {
            return Optional.empty();
        }
        var browser = browsers.find(request).orElseGet(KnownBrowser::fresh).of(person.getName());
        var kept = keep(request, browser, person.getName());
        if (kept.isPresent()) {
            browsers.remember(browser, response);
        }
        return kept.map(Refusal::formKept);
    }

    /** Keeps the form of somebody who was signed in; the answer leads to the login pages, and they to the form. */
    public Optional<Refusal> ofSignedOut(HttpServletRequest request) throws IOException {
        var shown = WebUtils.getNativeRequest(request, ShownRequest.class);
        if (shown != null) {
            return Optional.of(signIn(request, shown.address()));
        }
        var browser = browsers.find(request).orElse(null);
        return browser == null || browser.person() == null
                ? Optional.empty()
                : keep(request, browser, browser.person()).map(path -> signIn(request, path));
    }

    private static Refusal signIn(HttpServletRequest request, String next) {
        return Refusal.formKept(loginThenTo(request, next));
    }

    private static String loginThenTo(HttpServletRequest request, String next) {
        return "/login?lang=" + Language.of(request).code() + "&next="
                + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /**
     * Keeps the form of somebody who is or was signed in, which did not reach the portal, got no answer from it or came
     * when they had used up what they may ask for; the page that says so leads to it, through the login pages who was.
     */
    public void ofUnanswered(HttpServletRequest request) throws IOException {
        var browser = browsers.find(request).orElse(null);
        if (browser == null || KeptForm.shownBy(request) != null) {
            return;
        }
        if (SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken person) {
            keep(request, browser, person.getName()).ifPresent(path -> Refusals.offer(path, request));
        } else if (browser.person() != null) {
            keep(request, browser, browser.person())
                    .ifPresent(path -> Refusals.offer(loginThenTo(request, path), request));
        }
    }

    /** The form that the address names, for the person to whom it belongs, in the browser that sent it. */
    Optional<KeptForm> find(HttpServletRequest request, String id) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken person
                ? browsers.find(request)
                        .flatMap(browser -> forms.find(id, browser, person.getName()))
                        .filter(form -> form.path().equals(afterLanguage(request)))
                : Optional.empty();
    }

    private Optional<String> keep(HttpServletRequest request, KnownBrowser browser, String person) throws IOException {
        if (!"POST".equals(request.getMethod()) || !isOfAPage(request) || !comesFromUs(request)) {
            return Optional.empty();
        }
        return FormFields.read(request)
                .map(fields -> forms.keep(
                        new KeptForm(
                                afterLanguage(request), request.getQueryString(), fields.encoded(), fields.files()),
                        browser,
                        person))
                .map(id -> request.getRequestURI() + "?" + KEPT + "=" + id);
    }

    private static boolean isOfAPage(HttpServletRequest request) {
        var path = request.getRequestURI();
        return Refusals.wantsPage(request)
                && path.length() > 4
                && path.charAt(3) == '/'
                && Language.named(path.substring(1, 3)).isPresent();
    }

    /** By what the browser says of the request (Fetch Metadata), else by its origin, else by its page. */
    private boolean comesFromUs(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var page = request.getHeader(HttpHeaders.REFERER);
        var us = settings.publicUri().toString();
        if (origin != null && !origin.equals(us) || site != null && !site.equals("same-origin")) {
            return false;
        }
        return origin != null || site != null || page != null && page.startsWith(us + "/");
    }

    private static String afterLanguage(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.length() > 3 ? path.substring(3) : path;
    }
}
