package ma.maydan.events.seats;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a seat.
 *
 * @param registrationId the same for each repetition of the request
 * @param bodyHash of the request, for its repetitions
 * @param behalf null for who asks for themselves
 */
public record Claimant(
        String registrationId,
        String person,
        @Nullable String name,
        @Nullable String bodyHash,
        @Nullable Behalf behalf) {

    /** Who asks for themselves. */
    public Claimant(String registrationId, String person, @Nullable String name, @Nullable String bodyHash) {
        this(registrationId, person, name, bodyHash, null);
    }
}
