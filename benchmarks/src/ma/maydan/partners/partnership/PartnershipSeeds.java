package ma.maydan.partners.partnership;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import ma.maydan.benchmarks.World;
import ma.maydan.incubators.organization.OrganizationSeeds;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.vocabulary.MemberRole;

/** Partnerships as their own transitions make them. */
public final class PartnershipSeeds {

    private static final Actor ADMIN = new Actor("admin", true, true);

    /** The one that they are stored in. */
    public static final Shape SHAPE = PartnershipShape.PRESENT;

    private PartnershipSeeds() {}

    /** Two thirds in force, a quarter under review. */
    public static Partnership of(World world, int number) {
        var proposer = world.owner("partnership", number, OrganizationSeeds::isVerified);
        var partner = World.pick("partner", number, world.size());
        while (partner < 2 || partner == proposer || !OrganizationSeeds.isVerified(partner)) {
            partner = (partner + 1) % world.size();
        }
        var owner = new Actor(world.ownerOf(proposer), false, false).with(MemberRole.OWNER);
        var at = world.within("partnership", number, Duration.ofDays(-700), Duration.ZERO);
        var today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var now = new Circumstances(at, today, true, true);
        var draft = Partnership.draft(
                        World.id("partnership", number),
                        terms(today, number),
                        World.id("organization", proposer),
                        World.id("organization", partner),
                        owner,
                        now)
                .state();
        var fate = World.pick("partnership", number, 100);
        if (fate >= 90) {
            return draft;
        }
        var submitted = draft.submit(owner, now).state();
        return fate >= 65 ? submitted : submitted.approve(ADMIN, now).state();
    }

    private static Terms terms(LocalDate from, int number) {
        return new Terms(
                World.text("Partenariat", number, 1),
                World.text("Partenariat", number, 8),
                Terms.Lever.values()[World.pick("lever", number, Terms.Lever.values().length)],
                Terms.Type.values()[World.pick("type", number, Terms.Type.values().length)],
                from,
                from.plusYears(3));
    }
}
