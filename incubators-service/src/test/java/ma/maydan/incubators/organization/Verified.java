package ma.maydan.incubators.organization;

import java.time.Instant;
import ma.maydan.starter.lifecycle.Actor;

/** Organizations as their own transitions verify them. */
final class Verified {

    private static final Actor OFFICER = new Actor("officer", true, false);
    private static final Actor ADMIN = new Actor("admin", true, true);

    private Verified() {}

    static Organization of(String id, String slug, OrganizationProfile profile, Actor owner, Instant now) {
        var draft = Organization.create(id, slug, profile, owner, now).state();
        for (var item : draft.stage().cases().present().missing(profile.kinds())) {
            draft = Casework.give(draft, () -> CaseworkTest.evidence(item), owner, now)
                    .state();
        }
        var taken = draft.submit(CaseworkTest.DECLARATION, owner, now)
                .state()
                .take(OFFICER, now)
                .state();
        return Casework.check(taken, CaseworkTest.PASSED, OFFICER, now)
                .state()
                .verify(ADMIN, now)
                .state();
    }
}
