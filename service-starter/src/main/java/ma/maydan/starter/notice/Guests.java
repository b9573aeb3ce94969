package ma.maydan.starter.notice;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The people without an account whom others have named, or who have registered themselves. Their mails lead to {@code <portal>/<language>/seats/<key>}; whoever holds the key
 * acts for the guest.
 */
public final class Guests {

    private final ContactStore contacts;

    Guests(ContactStore contacts) {
        this.contacts = contacts;
    }

    /** Keeps how a guest is reached; the key stays. */
    public void keep(Guest guest) {
        contacts.keep(guest);
    }

    /** The id of the guest whose key this is. */
    public Optional<String> idOf(String key) {
        return contacts.guestOf(key).map(KeptContact::id);
    }

    /** The key by which a guest acts. */
    public Optional<String> keyOf(String guestId) {
        return contacts.find(guestId).map(KeptContact::key);
    }

    /** The account whose verified address this is, of somebody who has acted here; null when there is none. */
    public @Nullable String personOf(String email) {
        return contacts.personOf(email);
    }

    /** The account whose verified address is that of a guest, likewise. */
    public @Nullable String accountOf(String guestId) {
        return emailOf(guestId).map(contacts::personOf).orElse(null);
    }

    /** The verified address of an account that has acted here, in lower case. */
    public Optional<String> emailOf(String person) {
        return contacts.find(person).map(KeptContact::email).map(email -> email.toLowerCase(Locale.ROOT));
    }

    /** The names of those of these accounts that have acted here, by their ids. */
    public Map<String, String> namesOf(Collection<String> people) {
        return contacts.names(people);
    }

    /** Nothing is kept of the guest any more. */
    public void forget(String guestId) {
        contacts.forget(guestId);
    }
}
