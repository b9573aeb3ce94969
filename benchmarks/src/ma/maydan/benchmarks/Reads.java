package ma.maydan.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.maydan.events.registration.RegistrationSeeds;

/** Every list of every service, with its filters, and every single read. */
record Reads(World world, int limit) {

    private static final Duration AGES = Duration.ofDays(700);
    private static final Duration HALF_A_YEAR = Duration.ofDays(182);

    /** Who asks. */
    record Asker(String person, String... roles) {

        static final Asker NOBODY = new Asker("");
        static final Asker OFFICER = new Asker("officer", "mnc-officer");

        static Asker person(String person) {
            return new Asker(person);
        }
    }

    /**
     * A list, sorted by a time, or a single read, which has none.
     *
     * @param from the time of the first in the list
     * @param to the time of the last
     */
    record Read(String service, String path, Asker asker, Instant from, Instant to) {

        boolean isList() {
            return !from.equals(to);
        }

        Instant at(double part) {
            return from.plusMillis((long) (Duration.between(from, to).toMillis() * part));
        }

        /** As the table names it. */
        String name() {
            return path.replaceAll("=[0-9a-f]{8}-[^&]*", "=…")
                            .replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}", "/{id}")
                            .replaceAll("=20[^&]*", "=…")
                            .replace("/api/v1", "")
                    + (asker.person.isEmpty() ? "" : " (" + asker.person + ")");
        }
    }

    List<Read> all() {
        var now = world.now();
        var changed = now.minus(Duration.ofDays(45));
        var host = World.id("organization", World.HOST);
        var full = World.id("event", World.FULL_EVENT);
        var reads = new ArrayList<Read>();
        for (var filter :
                List.of("", "kind=MEETUP", "organizationId=" + host, "organizationId=" + host + "&kind=MEETUP")) {
            reads.add(list("events", "/events?" + filter, Asker.NOBODY, now, now.plus(HALF_A_YEAR)));
            reads.add(list("events", "/events?" + join(filter, "updatedAfter=" + changed), Asker.NOBODY, changed, now));
        }
        for (var filter : List.of("region=MA-06", "kind=WEBINAR&online=true&region=MA-06", "online=true&counted=true")) {
            reads.add(list("events", "/events?" + filter, Asker.NOBODY, now, now.plus(HALF_A_YEAR)));
        }
        reads.add(list("events", "/events?when=PAST&online=true", Asker.NOBODY, now, now.minus(HALF_A_YEAR)));
        reads.add(single("events", "/events/" + full + "/related", Asker.NOBODY));
        reads.add(single("events", "/events/" + full + "/desk", Asker.person(World.OWNER)));
        reads.add(list("events", "/events?", Asker.person(World.FAN), now, now.plus(HALF_A_YEAR)));
        for (var person : List.of(World.OWNER, World.CONSULTANT)) {
            reads.add(
                    list("events", "/me/events?", Asker.person(person), now.minus(HALF_A_YEAR), now.plus(HALF_A_YEAR)));
            reads.add(list("incubators", "/me/programs?", Asker.person(person), now, now.minus(AGES)));
            reads.add(list("partners", "/me/partnerships?", Asker.person(person), now, now.minus(AGES)));
        }
        reads.add(list("events", "/event-reviews?", Asker.OFFICER, now.minus(HALF_A_YEAR), now.plus(HALF_A_YEAR)));
        reads.add(list(
                "events",
                "/events/" + full + "/registrations?",
                Asker.person(World.OWNER),
                now.minus(Duration.ofDays(60)),
                now));
        reads.add(list("events", "/me/registrations?", Asker.person(World.FAN), now, now.minus(Duration.ofDays(60))));
        reads.add(list("events", "/me/registrations?when=COMING", Asker.person(World.FAN), now, now.plus(HALF_A_YEAR)));
        reads.add(list("events", "/me/registrations?when=PAST", Asker.person(World.FAN), now, now.minus(HALF_A_YEAR)));
        for (var filter : List.of("", "kind=INCUBATOR", "region=MA-06", "kind=INCUBATOR&region=MA-06")) {
            reads.add(list("incubators", "/organizations?" + filter, Asker.NOBODY, now, now.minus(AGES)));
        }
        for (var filter : List.of("sector=FINTECH", "kind=STARTUP&sector=FINTECH&stage=VALIDATION&region=MA-06")) {
            reads.add(list("incubators", "/organizations?" + filter, Asker.NOBODY, now, now.minus(AGES)));
        }
        for (var filter : List.of("", "?kind=STARTUP&region=MA-06")) {
            reads.add(single("incubators", "/organization-figures" + filter, Asker.NOBODY));
        }
        reads.add(single("incubators", "/organizations?sort=slug&limit=" + limit, Asker.NOBODY));
        reads.add(list("incubators", "/me/organizations?", Asker.person(World.COLLECTOR), now, now.minus(AGES)));
        for (var filter : List.of("", "status=VERIFIED", "status=REJECTED,SUSPENDED")) {
            reads.add(list("incubators", "/verification-cases?" + filter, Asker.OFFICER, now.minus(AGES), now));
        }
        for (var service : List.of("incubators", "partners")) {
            var kind = service.equals("incubators") ? "program" : "partnership";
            for (var filter : List.of("", "organizationId=" + host)) {
                reads.add(list(service, "/" + kind + "s?" + filter, Asker.NOBODY, now, now.minus(AGES)));
            }
            reads.add(list(service, "/" + kind + "-reviews?", Asker.OFFICER, now.minus(AGES), now));
            reads.add(single(service, "/" + kind + "s/" + World.id(kind, published(kind)), Asker.NOBODY));
        }
        for (var filter : List.of("", "&kind=WEBINAR")) {
            searches("events", "events", World.FULL_EVENT, filter, reads);
        }
        searches("incubators", "organizations", World.HOST, "", reads);
        searches("incubators", "programs", published("program"), "", reads);
        reads.add(single("incubators", "/organizations/" + host, Asker.NOBODY));
        reads.add(single("events", "/events/" + full, Asker.NOBODY));
        reads.add(single("events", "/events/" + full, Asker.person("visitor-" + lastWaiting())));
        reads.add(single(
                "events",
                "/registrations/" + World.id("registration", lastWaiting()),
                Asker.person("visitor-" + lastWaiting())));
        return reads;
    }

    /** By a word that all have, mistyped too, one that one has, both, and one that nothing has. */
    private void searches(String service, String path, int number, String filter, List<Read> reads) {
        for (var text : List.of("startups", "startpus", "" + number, "startups+" + number, "xyzzy")) {
            reads.add(single(service, "/" + path + "?q=" + text + filter + "&limit=" + limit, Asker.NOBODY));
        }
    }

    /** The first of the host's that is published. */
    private int published(String kind) {
        var number = 0;
        while (World.pick(kind, number, 100) >= 65) {
            number++;
        }
        return number;
    }

    private int lastWaiting() {
        return RegistrationSeeds.waiting(world) - 1;
    }

    private Read list(String service, String path, Asker asker, Instant from, Instant to) {
        return new Read(service, "/api/v1" + join(path, "limit=" + limit), asker, from, to);
    }

    private Read single(String service, String path, Asker asker) {
        return new Read(service, "/api/v1" + path, asker, world.now(), world.now());
    }

    private static String join(String path, String parameter) {
        return path.isEmpty() || path.endsWith("?") ? path + parameter : path + "&" + parameter;
    }
}
