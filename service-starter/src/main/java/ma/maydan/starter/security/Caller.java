package ma.maydan.starter.security;

import java.util.Set;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who calls. What a person may do with an organization follows from membership, which the token does not tell.
 *
 * @param subject the token's subject, to tell callers apart and for logs; null for nobody
 * @param name to show to others, never used to decide
 * @param roles a person's roles in the cluster; empty for all others
 */
public record Caller(
        Kind kind, @Nullable String subject, @Nullable String name, Set<String> scopes, Set<String> roles) {

    /** The realm's role of who decides for the cluster. */
    public static final String ADMIN = "mnc-admin";

    static final String OFFICER = "mnc-officer";

    private static final Caller NOBODY = new Caller(Kind.NOBODY, null, null, Set.of(), Set.of());

    /** What a token makes of its bearer. */
    public enum Kind {
        /** No token. */
        NOBODY,
        /** Somebody who has signed in at one of our own front ends. */
        PERSON,
        /** A partner's system, with the scopes of its token and nothing else. */
        MACHINE,
        /** Somebody who has signed in elsewhere: the realm's, but not ours to let in anywhere. */
        STRANGER
    }

    /** A controller takes it as a parameter. */
    public static Caller current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Caller of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Caller caller ? caller : NOBODY;
    }

    public boolean isAnonymous() {
        return kind == Kind.NOBODY;
    }

    public boolean isPerson() {
        return kind == Kind.PERSON;
    }

    public boolean isAdmin() {
        return isPerson() && roles.contains(ADMIN);
    }

    /** An officer of the cluster; every admin is one. */
    public boolean isOfficer() {
        return isAdmin() || isPerson() && roles.contains(OFFICER);
    }

    /** The id of a person, null for all others: a machine is nobody's member and owns nothing. */
    public @Nullable String id() {
        return isPerson() ? subject : null;
    }

    /**
     * The id of a person.
     *
     * @throws ProblemException 403 for all others
     */
    public String requireId() {
        var id = id();
        if (id == null) {
            throw ProblemException.forbidden();
        }
        return id;
    }

    /** The kind and the subject: what the log may hold. */
    @Override
    public String toString() {
        return subject == null ? kind.name() : kind + " " + subject;
    }
}
