package ma.maydan.events.event;

import java.time.Instant;

/**
 * An organization that hosts an event along with its host, once it has accepted.
 *
 * @param since when it was invited, or has accepted
 */
public record CoHost(String organizationId, State state, Instant since) {

    /** How many an event has, with those who have not answered. */
    static final int MOST = 10;

    public enum State {
        INVITED,
        ACCEPTED
    }

    boolean hasAccepted() {
        return state == State.ACCEPTED;
    }
}
