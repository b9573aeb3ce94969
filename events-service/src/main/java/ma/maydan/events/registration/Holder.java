package ma.maydan.events.registration;

import java.time.Duration;
import ma.maydan.events.seats.Behalf;
import ma.maydan.events.seats.Claimant;
import org.jspecify.annotations.Nullable;

/**
 * Whose a registration is.
 *
 * @param personId of an account, of a guest whom an organization has named, or of nobody yet: see {@link #isUnnamed}
 * @param personName as the person's token gave it, or the organization, for the host's list; null while there is none
 * @param behalf the organization that registered them; null for who registered themselves
 * @param slotKey event, organization and slot while the registration is active: unique, and absent afterwards
 */
public record Holder(
        String personId,
        @Nullable String personName,
        @Nullable Behalf behalf,
        @Nullable String slotKey) {

    /** So long before the event begins a seat must have a name, by the registration's copy of that time. */
    public static final Duration NAMED_BEFORE = Duration.ofHours(48);

    private static final String UNNAMED = "seat:";

    static Holder of(String eventId, Claimant asking) {
        var behalf = asking.behalf();
        return new Holder(
                asking.person(),
                asking.name(),
                behalf,
                behalf == null ? null : slotKey(eventId, behalf.organizationId(), behalf.slot()));
    }

    static String slotKey(String eventId, String organizationId, int slot) {
        return eventId + ":" + organizationId + ":" + slot;
    }

    /** In place of a person, while a seat has none. */
    static String nobody(String registrationId) {
        return UNNAMED + registrationId;
    }

    /** Whether it waits for a name. */
    boolean isUnnamed() {
        return personId.startsWith(UNNAMED);
    }

    /** Whether nobody else is to hear that it is cancelled by whose it is. */
    boolean isOwnOrUnnamed() {
        return behalf == null || isUnnamed();
    }

    Holder named(String person, String name) {
        return new Holder(person, name, behalf, slotKey);
    }

    Holder unnamed(String registrationId) {
        return new Holder(nobody(registrationId), null, behalf, slotKey);
    }

    /** Of a registration that is not active any more. */
    Holder gone() {
        return slotKey == null ? this : new Holder(personId, personName, behalf, null);
    }
}
