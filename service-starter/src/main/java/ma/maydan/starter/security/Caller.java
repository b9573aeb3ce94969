package ma.maydan.starter.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who calls: nobody, a person at one of our own front ends, or a partner's machine. What a person may do with an
 * organization follows from membership, which the token does not tell.
 *
 * @param id the token's subject, null for nobody
 * @param name to show to others, never used to decide
 */
public record Caller(@Nullable String id, @Nullable String name, Set<String> scopes, Set<String> roles) {

    /** The scope that marks a person who acts through our own front ends. */
    public static final String PORTAL_SCOPE = "portal";

    static final String ADMIN = "mnc-admin";
    static final String OFFICER = "mnc-officer";

    /** A controller takes it as a parameter. */
    public static Caller current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Caller of(@Nullable Authentication authentication) {
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            return new Caller(null, null, Set.of(), Set.of());
        }
        return TokenClaims.caller(token.getToken());
    }

    public boolean isAnonymous() {
        return id == null;
    }

    public boolean isPerson() {
        return id != null && scopes.contains(PORTAL_SCOPE);
    }

    public boolean isMachine() {
        return id != null && !isPerson();
    }

    public boolean isAdmin() {
        return isPerson() && roles.contains(ADMIN);
    }

    /** An officer of the cluster; every admin is one. */
    public boolean isOfficer() {
        return isAdmin() || isPerson() && roles.contains(OFFICER);
    }

    /**
     * The id of a caller who is known not to be anonymous.
     *
     * @throws IllegalStateException for nobody
     */
    public String requireId() {
        if (id == null) {
            throw new IllegalStateException("The caller is anonymous");
        }
        return id;
    }
}
