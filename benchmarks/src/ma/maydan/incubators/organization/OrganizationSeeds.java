package ma.maydan.incubators.organization;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.benchmarks.World;
import ma.maydan.incubators.casefile.Check;
import ma.maydan.incubators.casefile.Declaration;
import ma.maydan.incubators.casefile.Evidence;
import ma.maydan.starter.file.Paper;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.ReasonCode;
import ma.maydan.starter.vocabulary.Sector;
import ma.maydan.starter.vocabulary.StartupStage;

/** Organizations as their own transitions make them. */
public final class OrganizationSeeds {

    /** So that nobody has to have been confirmed since. */
    private static final Duration LONG_AGO = Duration.ofDays(-300);
    private static final Actor OFFICER = new Actor("officer", true, false);
    private static final Actor ADMIN = new Actor("admin", true, true);
    private static final Declaration DECLARATION = new Declaration(Declaration.PRESENT, Language.FRENCH);
    private static final Reason REASON =
            new Reason(ReasonCode.OTHER, new LocalizedText("سبب", "Une raison", "A reason"));

    /** The one that they are stored in. */
    public static final Shape SHAPE = OrganizationShape.PRESENT;

    private OrganizationSeeds() {}

    /** Six of ten verified, a quarter waiting for the cluster. */
    public static Organization of(World world, int number) {
        var owner = new Actor(world.ownerOf(number), false, false);
        var at = world.within("organization", number, LONG_AGO, Duration.ZERO);
        var created = Organization.create(
                        World.id("organization", number), "organization-" + number, profile(number), owner, at)
                .state();
        var fate = fate(number);
        if (fate >= 95) {
            return created;
        }
        var submitted =
                documented(created, owner, at).submit(DECLARATION, owner, at).state();
        if (fate >= 80) {
            return submitted;
        }
        var rejected = fate >= 65 && fate < 70;
        var taken = Casework.check(submitted.take(OFFICER, at).state(), checks(rejected, at), OFFICER, at)
                .state();
        if (fate >= 70) {
            return taken;
        }
        if (rejected) {
            return taken.reject(ADMIN, at, REASON).state();
        }
        var verified = taken.verify(ADMIN, at).state();
        return fate >= 60 ? verified.suspend(ADMIN, at, REASON).state() : verified;
    }

    private static List<Check> checks(boolean failed, Instant at) {
        var result = failed ? Check.Result.FAIL : Check.Result.PASS;
        return Stream.of(Check.Of.values())
                .map(check -> new Check(check, result, null, "officer", at))
                .toList();
    }

    private static Organization documented(Organization created, Actor owner, Instant at) {
        var documented = created;
        for (var item :
                created.stage().cases().present().missing(created.profile().kinds())) {
            var paper = new Paper(created.id() + item, "application/pdf", 1, "00", at);
            documented = Casework.give(documented, () -> new Evidence(item, paper), owner, at)
                    .state();
        }
        return documented;
    }

    public static boolean isVerified(int number) {
        return fate(number) < 60;
    }

    public static boolean isVerifiedOperator(int number) {
        return isVerified(number) && isOperator(number);
    }

    private static boolean isOperator(int number) {
        return number < 2 || World.pick("kind", number, 2) == 0;
    }

    private static int fate(int number) {
        return switch (number) {
            case World.HOST -> 0;
            case World.SUSPENDED_HOST -> 60;
            default -> World.pick("organization", number, 100);
        };
    }

    private static OrganizationProfile profile(int number) {
        var others = OrganizationKind.values();
        var kinds = isOperator(number)
                ? List.of(OrganizationKind.INCUBATOR)
                : List.of(OrganizationKind.STARTUP, others[World.pick("second-kind", number, 2)]);
        var stage = isOperator(number)
                ? null
                : StartupStage.values()[World.pick("stage", number, StartupStage.values().length)];
        var sector = Sector.values()[World.pick("sector", number, Sector.values().length)];
        return new OrganizationProfile(
                World.text("Organisation", number, 1),
                World.text("Organisation", number, 8),
                new Activity(kinds, List.of(sector), stage, null, Activity.EntityStatus.ACTIVE),
                new Identifiers("%015d".formatted(number + 1), List.of()),
                World.region(number),
                new Reach(null, "https://organization-" + number + ".example", null, List.of()),
                new Showing(Showing.Visibility.PUBLIC, null));
    }
}
