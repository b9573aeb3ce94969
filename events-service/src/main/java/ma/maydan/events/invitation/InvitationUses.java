package ma.maydan.events.invitation;

import java.util.Collection;
import java.util.Set;

/** Which uses of links registrations have. */
public interface InvitationUses {

    /** Those of these keys ({@link InvitationLink#useKeys}) that are taken. */
    Set<String> taken(Collection<String> useKeys);
}
