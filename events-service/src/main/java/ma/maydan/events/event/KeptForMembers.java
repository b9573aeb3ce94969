package ma.maydan.events.event;

import ma.maydan.events.organization.StandingFollower;
import ma.maydan.starter.ownership.Standing;
import org.springframework.stereotype.Component;

/** Who joins an organization, or belongs to one that is verified now, may wait for a seat that is kept for it. */
@Component
class KeptForMembers implements StandingFollower {

    private final EventStore events;
    private final EventSeats seats;

    KeptForMembers(EventStore events, EventSeats seats) {
        this.events = events;
        this.seats = seats;
    }

    @Override
    public void follow(String organizationId, Standing standing) {
        events.keepingFor(organizationId).forEach(event -> seats.giveKept(event.id()));
    }
}
