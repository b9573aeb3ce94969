package ma.maydan.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The page as the layout needs it: its language, the same page in the others, where to sign in, what was just done.
 *
 * @param path the address after the language, with a slash in front
 * @param query as it was asked for; empty or without the question mark
 * @param done what was just done; null when there is nothing to tell
 * @param origin where the portal stands, {@code https://maydan.ma}
 */
public record PageView(
        Language language,
        String path,
        String query,
        @Nullable Done done,
        String origin) {

    public static PageView of(HttpServletRequest request, Language language) {
        var uri = request.getRequestURI();
        var path = Languages.ofPath(uri).isPresent() ? uri.substring("/xx".length()) : "/";
        var query = request.getQueryString() == null ? "" : request.getQueryString();
        return new PageView(
                language,
                path.isEmpty() ? "/" : path,
                request.getMethod().equals("GET") ? query : "",
                Done.of(request),
                Origin.of(request));
    }

    public String lang() {
        return language.code();
    }

    public String dir() {
        return language.direction();
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** For texts that are written in several languages. */
    public List<Language> languagesOwnFirst() {
        return Stream.concat(
                        Stream.of(language), Arrays.stream(Language.values()).filter(other -> other != language))
                .toList();
    }

    /** A text that others wrote, in the language in which this page shows it. */
    public Shown show(LocalizedText text) {
        return Shown.of(text, language);
    }

    /** A page of this language. */
    public String url(String to) {
        return "/" + language.code() + to;
    }

    /** A page of this language, for addresses that leave the portal. */
    public String absolute(String to) {
        return origin + url(to);
    }

    /** This page in another language, for machines. */
    public String absoluteIn(Language other) {
        return origin + in(other);
    }

    /** This page for whom nobody knows the language of; it leads to the person's own. */
    public String absoluteInAny() {
        return origin + path + (query.isEmpty() ? "" : "?" + query);
    }

    /** This page in another language. */
    public String in(Language other) {
        return "/" + other.code() + path + (query.isEmpty() ? "" : "?" + query);
    }

    /** This page, for links that load it again. */
    public String self() {
        return in(language);
    }

    /** Where to sign in and come back to this page. */
    public String signIn() {
        return signIn(self());
    }

    /** Where to sign in and go to another page of this language. */
    public String signInFor(String to) {
        return signIn(url(to));
    }

    private String signIn(String next) {
        return "/login?lang=" + language.code() + "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Whether the page belongs to a section of the navigation. */
    public boolean isIn(String section) {
        return path.equals(section) || path.startsWith(section + "/");
    }
}
