package ma.maydan.starter.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Where Keycloak puts what Maydan reads in an access token. */
final class TokenClaims {

    private TokenClaims() {}

    static Caller caller(Jwt token) {
        return new Caller(token.getSubject(), name(token), scopes(token), roles(token));
    }

    static Set<String> scopes(Jwt token) {
        var scope = token.getClaimAsString("scope");
        return scope == null ? Set.of() : Arrays.stream(scope.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> roles(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        var roles = access == null ? List.of() : access.getOrDefault("roles", List.of());
        return roles instanceof Collection<?> named
                ? named.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static @Nullable String name(Jwt token) {
        var name = token.getClaimAsString("name");
        return name == null ? token.getClaimAsString("preferred_username") : name;
    }
}
