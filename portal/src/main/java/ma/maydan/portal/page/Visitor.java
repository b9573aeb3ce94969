package ma.maydan.portal.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at the page, by what the gateway says of them. The token is not verified here: the services do that, and
 * the claims read from it only decide what is shown.
 *
 * @param token the access token to pass on; null for somebody who is not signed in
 * @param csrf the token that forms carry back to the gateway
 * @param sending what the form that they send now, if any, is sent for
 */
public record Visitor(
        Language language,
        @Nullable String token,
        @Nullable String csrf,
        @Nullable String name,
        Set<String> roles,
        Sending sending) {

    public static Visitor anonymous(Language language) {
        return new Visitor(language, null, null, null, Set.of(), Sending.IN_EARNEST);
    }

    public boolean isSignedIn() {
        return token != null;
    }

    /** Belongs to the staff of the cluster. */
    public boolean isStaff() {
        return roles.contains("mnc-officer") || isAdmin();
    }

    public boolean isAdmin() {
        return roles.contains("mnc-admin");
    }
}
