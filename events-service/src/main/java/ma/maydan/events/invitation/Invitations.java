package ma.maydan.events.invitation;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import ma.maydan.starter.problem.ProblemException;
import org.springframework.stereotype.Component;

/** The links, for who registers by one. */
@Component
public class Invitations {

    /** As a token is written. */
    public static final String TOKEN = Token.PATTERN;

    private final InvitationStore links;
    private final InvitationUses uses;
    private final Clock clock;

    Invitations(InvitationStore links, InvitationUses uses, Clock clock) {
        this.links = links;
        this.uses = uses;
        this.clock = clock;
    }

    /**
     * A use of the link that has this token, which nobody has now: another one for each that asks, so that those who come
     * together seldom meet. Whoever has it first has it.
     *
     * @throws ProblemException 409 {@code invitation-over} when it is none of this event’s, is over or was taken back,
     *     {@code invitation-used} when all its uses are taken
     */
    public String freeUse(String eventId, String token) {
        var link = links.of(new Token(token))
                .filter(found -> found.eventId().equals(eventId) && found.holds(clock.instant()))
                .orElseThrow(() -> ProblemException.conflict("invitation-over"));
        var keys = link.useKeys();
        var taken = uses.taken(keys);
        var free = keys.stream().filter(key -> !taken.contains(key)).toList();
        if (free.isEmpty()) {
            throw ProblemException.conflict("invitation-used");
        }
        return free.get(ThreadLocalRandom.current().nextInt(free.size()));
    }
}
