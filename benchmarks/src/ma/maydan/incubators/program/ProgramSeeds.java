package ma.maydan.incubators.program;

import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.vocabulary.Sector;
import ma.maydan.starter.vocabulary.Language;

import java.time.Duration;
import java.util.List;
import ma.maydan.benchmarks.World;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.OrganizationSeeds;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.vocabulary.ReasonCode;

/** Programs as their own transitions make them. */
public final class ProgramSeeds {

    private static final Actor OFFICER = new Actor("officer", true, false);
    private static final Duration LONG_AGO = Duration.ofDays(-700);

    /** The one that they are stored in. */
    public static final Shape SHAPE = ProgramShape.PRESENT;

    private ProgramSeeds() {}

    /** Two thirds published, a quarter in review; those of the suspended organization were published last. */
    public static Program of(World world, int number) {
        var host = world.owner("program", number, OrganizationSeeds::isVerifiedOperator);
        // The owner was verified when it wrote the program.
        var owner = host == World.SUSPENDED_HOST ? verified(world, host) : OrganizationSeeds.of(world, host);
        var editor = new Actor(world.ownerOf(host), false, false);
        var hidden = world.isHidden(number);
        var at = hidden
                ? world.within("program", number, Duration.ofMinutes(-50), Duration.ZERO)
                : world.within("program", number, LONG_AGO, Duration.ofHours(-1));
        var draft = Program.create(World.id("program", number), owner, content(number), editor, at)
                .state();
        var fate = hidden ? 0 : World.pick("program", number, 100);
        if (fate >= 95) {
            return draft;
        }
        var submitted = draft.submit(owner, editor, at).state();
        if (fate >= 70) {
            return submitted;
        }
        return fate >= 65
                ? submitted
                        .requestChanges(
                                owner, OFFICER, at, new Reason(ReasonCode.OTHER, World.text("Motif", number, 1)))
                        .state()
                : following(submitted.publish(owner, OFFICER, at).state(), OrganizationSeeds.of(world, host));
    }

    /** As it is once it has followed what its owner is now. */
    private static Program following(Program published, Organization owner) {
        return published.with(published.owner().with(Program.standing(owner)));
    }

    private static Organization verified(World world, int number) {
        return OrganizationSeeds.of(world, number)
                .reinstate(new Actor("another-admin", true, true), world.now(), null)
                .state();
    }

    private static ProgramContent content(int number) {
        return new ProgramContent(
                World.text("Programme", number, 1),
                World.text("Programme", number, 8),
                ProgramKind.values()[World.pick("program-kind", number, ProgramKind.values().length)],
                ProgramMode.values()[World.pick("program-mode", number, ProgramMode.values().length)],
                List.of(Sector.values()[World.pick("sector", number, Sector.values().length)]),
                List.of(Language.ARABIC, Language.FRENCH),
                null);
    }
}
