package ma.maydan.starter.notice;

import java.util.Objects;
import java.util.Set;
import ma.maydan.starter.text.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * How a person is reached, as their token says.
 *
 * @param id of the person
 * @param email null unless the realm has verified it
 * @param language of the portal, ar, fr or en; null when the token does not say
 */
record Contact(
        String id,
        @Nullable String email,
        @Nullable String name,
        @Nullable String language) {

    private static final Set<String> LANGUAGES = Set.of("ar", "fr", "en");
    private static final int LONGEST_ADDRESS = 254;

    static Contact of(Jwt token) {
        var verified = Boolean.parseBoolean(String.valueOf(token.getClaims().get("email_verified")));
        var email = verified ? token.getClaimAsString("email") : null;
        var name = token.getClaimAsString("name");
        var language = token.getClaimAsString("locale");
        return new Contact(
                Objects.requireNonNull(token.getSubject()),
                email == null || email.length() > LONGEST_ADDRESS || !PlainText.is(email) ? null : email,
                name == null || !PlainText.is(name) ? null : name,
                language == null || !LANGUAGES.contains(language) ? null : language);
    }
}
