package ma.maydan.starter.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import ma.maydan.starter.text.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Reads in an access token of Keycloak who bears it. A person has a session ({@code sid}), begun at one of our own
 * front ends ({@code azp}), which asked for the scope {@code portal}; a machine has no session.
 */
final class TokenClaims implements Converter<Jwt, AbstractAuthenticationToken> {

    /** The scope that marks a person who acts through our own front ends. */
    static final String PORTAL_SCOPE = "portal";

    private final Set<String> frontEnds;

    /** @param frontEnds the ids of our own clients of the realm */
    TokenClaims(Collection<String> frontEnds) {
        this.frontEnds = Set.copyOf(frontEnds);
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return new JwtAuthenticationToken(token, caller(token), List.of());
    }

    private Caller caller(Jwt token) {
        var scopes = scopes(token);
        var kind = kind(token, scopes);
        return new Caller(
                kind, token.getSubject(), name(token), scopes, kind == Caller.Kind.PERSON ? roles(token) : Set.of());
    }

    private Caller.Kind kind(Jwt token, Set<String> scopes) {
        if (!token.hasClaim("sid")) {
            return Caller.Kind.MACHINE;
        }
        var client = Objects.requireNonNullElse(token.getClaimAsString("azp"), "");
        return frontEnds.contains(client) && scopes.contains(PORTAL_SCOPE) ? Caller.Kind.PERSON : Caller.Kind.STRANGER;
    }

    /** RFC 6749, 3.3: names with spaces between them. */
    private static Set<String> scopes(Jwt token) {
        return token.getClaims().get("scope") instanceof String scope
                ? Arrays.stream(scope.split(" "))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Set<String> roles(Jwt token) {
        return token.getClaims().get("realm_access") instanceof Map<?, ?> access
                        && access.get("roles") instanceof Collection<?> named
                ? named.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static @Nullable String name(Jwt token) {
        var name = token.getClaimAsString("name");
        var shown = name == null ? token.getClaimAsString("preferred_username") : name;
        return shown == null || !PlainText.is(shown) ? null : shown;
    }
}
