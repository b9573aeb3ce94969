package ma.maydan.events.seats;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a seat.
 *
 * @param registrationId the same for each repetition of the request
 * @param bodyHash of the request, for its repetitions
 * @param behalf null for who asks for themselves
 * @param pass null for who comes with none
 */
public record Claimant(
        String registrationId,
        String person,
        @Nullable String name,
        @Nullable String bodyHash,
        @Nullable Behalf behalf,
        @Nullable Pass pass) {

    /** Who asks for themselves. */
    public Claimant(String registrationId, String person, @Nullable String name, @Nullable String bodyHash) {
        this(registrationId, person, name, bodyHash, null, null);
    }

    /** Who comes with no pass. */
    public Claimant(
            String registrationId,
            String person,
            @Nullable String name,
            @Nullable String bodyHash,
            @Nullable Behalf behalf) {
        this(registrationId, person, name, bodyHash, behalf, null);
    }

    /** With a pass. */
    public Claimant with(Pass shown) {
        return new Claimant(registrationId, person, name, bodyHash, behalf, shown);
    }
}
