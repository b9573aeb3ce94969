package ma.maydan.incubators.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.Sector;
import ma.maydan.starter.vocabulary.StartupStage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many organizations the directory has, by each thing that it can be narrowed by. The database counts them once in a
 * while for everybody, by what they are alike in; whatever a visitor asks for is added up of that, so that its numbers fit
 * each other.
 */
@Component
class DirectoryFigures {

    private final OrganizationStore store;
    private final Clock clock;
    private final Duration kept;
    private @Nullable Counted counted;

    /** @param kept how long what was counted is told */
    DirectoryFigures(
            OrganizationStore store, Clock clock, @Value("${maydan.directory.figures-kept:PT30S}") Duration kept) {
        this.store = store;
        this.clock = clock;
        this.kept = kept;
    }

    /** Organizations that are alike in all that is counted. */
    record Alike(
            List<OrganizationKind> kinds,
            List<Sector> sectors,
            @Nullable StartupStage stage,
            String region,
            boolean partner,
            Showing.Visibility visibility,
            long number) {

        private boolean is(DirectoryFacets asked) {
            return (asked.kind() == null || kinds.contains(asked.kind()))
                    && (asked.sector() == null || sectors.contains(asked.sector()))
                    && (asked.stage() == null || asked.stage() == stage)
                    && (asked.region() == null || asked.region().equals(region))
                    && (!asked.partner() || partner);
        }
    }

    private record Counted(List<Alike> all, Instant at) {}

    /**
     * What the directory has, narrowed so. The values of each way to narrow are counted as if it were not narrowed by
     * that; who has none is in none of them.
     *
     * @param count all of them
     * @param at when they were counted
     */
    record Figures(
            long count,
            Map<OrganizationKind, Long> kinds,
            Map<Sector, Long> sectors,
            Map<StartupStage, Long> stages,
            Map<String, Long> regions,
            long partners,
            Instant at) {}

    /** @param shown to whom those show themselves whom the caller sees */
    Figures of(DirectoryFacets asked, Collection<Showing.Visibility> shown) {
        var now = counted();
        var seen =
                now.all.stream().filter(one -> shown.contains(one.visibility)).toList();
        return new Figures(
                sum(seen, asked),
                by(
                        seen,
                        new DirectoryFacets(null, asked.sector(), asked.stage(), asked.region(), asked.partner()),
                        one -> one.kinds.stream()),
                by(
                        seen,
                        new DirectoryFacets(asked.kind(), null, asked.stage(), asked.region(), asked.partner()),
                        one -> one.sectors.stream()),
                by(
                        seen,
                        new DirectoryFacets(asked.kind(), asked.sector(), null, asked.region(), asked.partner()),
                        one -> Stream.ofNullable(one.stage)),
                by(
                        seen,
                        new DirectoryFacets(asked.kind(), asked.sector(), asked.stage(), null, asked.partner()),
                        one -> Stream.of(one.region)),
                sum(seen, new DirectoryFacets(asked.kind(), asked.sector(), asked.stage(), asked.region(), true)),
                now.at);
    }

    private static long sum(List<Alike> seen, DirectoryFacets asked) {
        return seen.stream()
                .filter(one -> one.is(asked))
                .mapToLong(Alike::number)
                .sum();
    }

    private static <T extends Comparable<T>> Map<T, Long> by(
            List<Alike> seen, DirectoryFacets asked, Function<Alike, Stream<T>> values) {
        var counts = new TreeMap<T, Long>(Comparator.naturalOrder());
        seen.stream()
                .filter(one -> one.is(asked))
                .forEach(one -> values.apply(one).forEach(value -> counts.merge(value, one.number, Long::sum)));
        return counts;
    }

    /** One counts, and who comes meanwhile waits for that. */
    private synchronized Counted counted() {
        var now = clock.instant();
        if (counted == null || !now.isBefore(counted.at.plus(kept)) || now.isBefore(counted.at)) {
            counted = new Counted(store.directory().alike(), now);
        }
        return counted;
    }
}
