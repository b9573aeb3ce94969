package ma.maydan.starter.notice;

import java.util.Optional;
import ma.maydan.starter.text.MailAddress;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** The address of mail that the realm has verified of the caller (OpenID Connect Core 1.0, {@code email_verified}). */
public final class VerifiedAddress {

    private VerifiedAddress() {}

    /** As addresses are compared; empty for who has none. */
    public static Optional<String> ofCaller() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Optional.ofNullable(Contact.of(token.getToken()).email()).map(MailAddress::read)
                : Optional.empty();
    }
}
