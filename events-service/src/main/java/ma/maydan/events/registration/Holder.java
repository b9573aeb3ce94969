package ma.maydan.events.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import ma.maydan.events.seats.Behalf;
import ma.maydan.events.seats.Claimant;
import ma.maydan.events.seats.Pass;
import ma.maydan.events.seats.Step;
import ma.maydan.starter.notice.Guest;
import org.jspecify.annotations.Nullable;

/**
 * Whose a registration is.
 *
 * @param personId of an account, of a guest, or of nobody: see {@link #isNobodys}
 * @param personName as the person's token gave it, or the organization or guest, for the host's list; null while there
 *     is none
 * @param behalf the organization that registered them; null for who registered themselves
 * @param slotKey event, organization and slot, or which unconfirmed guest, while the registration is active: unique, and
 *     absent afterwards
 * @param inviteKey which use of an invitation link, likewise
 * @param confirmUntil until when a guest has to confirm their address; null for who has, or need not
 */
public record Holder(
        String personId,
        @Nullable String personName,
        @Nullable Behalf behalf,
        @Nullable String slotKey,
        @Nullable String inviteKey,
        @Nullable Instant confirmUntil) {

    /** So long before the event begins a seat must have a name, by the registration's copy of that time. */
    public static final Duration NAMED_BEFORE = Duration.ofHours(48);

    private static final String NOBODY = "seat:";

    static Holder of(String eventId, Claimant asking) {
        var behalf = asking.behalf();
        var pass = Objects.requireNonNullElse(asking.pass(), Pass.NONE);
        return new Holder(
                asking.person(),
                asking.name(),
                behalf,
                behalf == null ? pass.guestKey() : slotKey(eventId, behalf.organizationId(), behalf.slot()),
                pass.inviteKey(),
                pass.confirmUntil());
    }

    static String slotKey(String eventId, String owner, int slot) {
        return eventId + ":" + owner + ":" + slot;
    }

    /** In place of a person, while a seat has none. */
    static String nobody(String registrationId) {
        return NOBODY + registrationId;
    }

    static boolean isNobody(String person) {
        return person.startsWith(NOBODY);
    }

    /** Whether it waits for a name, or its guest is erased. */
    boolean isNobodys() {
        return isNobody(personId);
    }

    /** Whether its organization has yet to say who comes. */
    boolean isUnnamed() {
        return behalf != null && isNobodys();
    }

    /** Whether a guest has registered themselves. */
    boolean isOwnGuests() {
        return behalf == null && Guest.is(personId);
    }

    boolean isUnconfirmed() {
        return confirmUntil != null;
    }

    /** Until when something has to come for it to stay: a guest's word, or a name; null for nothing. */
    @Nullable
    Instant keptUntil(@Nullable Instant startsAt) {
        return isUnnamed() && startsAt != null ? startsAt.minus(NAMED_BEFORE) : confirmUntil;
    }

    /** Whether nobody else is to hear that it is cancelled by whose it is. */
    boolean isOwnOrUnnamed() {
        return behalf == null || isUnnamed();
    }

    Holder named(String person, String name) {
        return new Holder(person, name, behalf, slotKey, inviteKey, null);
    }

    /** Whose address is who they say; their account's, where they have one. */
    Holder confirmed(String person) {
        return new Holder(person, personName, behalf, null, inviteKey, null);
    }

    Holder unnamed(String registrationId) {
        return new Holder(nobody(registrationId), null, behalf, slotKey, inviteKey, null);
    }

    /** Of a registration that is not active any more. */
    Holder gone() {
        return new Holder(personId, personName, behalf, null, null, null);
    }

    /** The same by a step: of a guest who gives it up, or has not confirmed, nothing is kept. */
    Holder gone(String registrationId, Step.Kind by) {
        return isOwnGuests() && by != Step.Kind.EXPIRE
                ? new Holder(nobody(registrationId), null, null, null, null, null)
                : gone();
    }
}
