package ma.maydan.partners.partnership;

import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.stereotype.Component;

/** Books what a new day brings. Who reads a partnership knows it at once, by the calendar. */
@Component
class Turn implements WorkHandler {

    private final Standing standing;

    Turn(Standing standing) {
        this.standing = standing;
    }

    @Override
    public String kind() {
        return Partnership.TURN;
    }

    @Override
    public void run(Work work, Lease lease) {
        standing.follow(work.subject());
    }
}
