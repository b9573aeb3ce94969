package ma.maydan.incubators.verification;

import java.time.Instant;
import ma.maydan.incubators.casefile.Appeal;
import ma.maydan.incubators.organization.Appeals;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.starter.lifecycle.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What an organization that is rejected can do.
 *
 * @param appealUntil until when an owner may appeal, once
 * @param submitFrom from when on it may be submitted again without an appeal that was accepted
 * @param appeal the one that was made
 */
record RejectionView(
        Instant appealUntil, Instant submitFrom, @Nullable AppealView appeal) {

    /**
     * @param accepted null while it waits
     * @param reason why it was dismissed
     */
    record AppealView(
            String text,
            Instant at,
            @Nullable Boolean accepted,
            @Nullable Reason reason) {

        static @Nullable AppealView of(@Nullable Appeal appeal) {
            if (appeal == null) {
                return null;
            }
            var answer = appeal.answer();
            return new AppealView(
                    appeal.text(),
                    appeal.at(),
                    answer == null ? null : answer.accepted(),
                    answer == null ? null : answer.reason());
        }
    }

    static @Nullable RejectionView of(Organization organization) {
        var until = Appeals.until(organization);
        return until == null ? null : new RejectionView(until, until, AppealView.of(Appeals.of(organization)));
    }
}
