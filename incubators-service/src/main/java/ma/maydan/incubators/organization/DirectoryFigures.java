package ma.maydan.incubators.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * How many organizations the directory has, by each thing that it can be narrowed by. All are read once, when somebody
 * asks for the first time, and from then on those that were written since; how many are alike is kept, and whatever a
 * visitor asks for is added up of that, so that its numbers fit each other.
 */
@Component
class DirectoryFigures {

    /** By so much the clocks of two instances may differ, or a write may take, and is still seen. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final OrganizationStore store;
    private final Clock clock;
    private final Duration kept;
    private final Map<DirectoryMark, DirectoryMark> known = new HashMap<>();
    private final Map<String, DirectoryMark> marks = new HashMap<>();
    private final Map<DirectoryMark, Long> alike = new HashMap<>();
    private @Nullable Counted counted;

    /** @param kept how long what was counted is told */
    DirectoryFigures(
            OrganizationStore store, Clock clock, @Value("${maydan.directory.figures-kept:PT1S}") Duration kept) {
        this.store = store;
        this.clock = clock;
        this.kept = kept;
    }

    private record Counted(Map<DirectoryMark, Long> alike, Instant at) {}

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
        var seen = now.alike.entrySet().stream()
                .filter(one -> shown.contains(one.getKey().visibility()))
                .toList();
        return new Figures(
                sum(seen, asked),
                by(
                        seen,
                        new DirectoryFacets(null, asked.sector(), asked.stage(), asked.region(), asked.partner()),
                        one -> one.kinds().stream()),
                by(
                        seen,
                        new DirectoryFacets(asked.kind(), null, asked.stage(), asked.region(), asked.partner()),
                        one -> one.sectors().stream()),
                by(
                        seen,
                        new DirectoryFacets(asked.kind(), asked.sector(), null, asked.region(), asked.partner()),
                        one -> Stream.ofNullable(one.stage())),
                by(
                        seen,
                        new DirectoryFacets(asked.kind(), asked.sector(), asked.stage(), null, asked.partner()),
                        one -> Stream.ofNullable(one.region())),
                sum(seen, new DirectoryFacets(asked.kind(), asked.sector(), asked.stage(), asked.region(), true)),
                now.at);
    }

    private static long sum(List<Map.Entry<DirectoryMark, Long>> seen, DirectoryFacets asked) {
        return seen.stream()
                .filter(one -> one.getKey().is(asked))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static <T extends Comparable<T>> Map<T, Long> by(
            List<Map.Entry<DirectoryMark, Long>> seen,
            DirectoryFacets asked,
            Function<DirectoryMark, Stream<T>> values) {
        var counts = new TreeMap<T, Long>();
        seen.stream()
                .filter(one -> one.getKey().is(asked))
                .forEach(one ->
                        values.apply(one.getKey()).forEach(value -> counts.merge(value, one.getValue(), Long::sum)));
        return counts;
    }

    /** One reads, and who comes meanwhile waits for that. */
    private synchronized Counted counted() {
        var now = clock.instant();
        if (counted == null || !now.isBefore(counted.at.plus(kept)) || now.isBefore(counted.at)) {
            read(counted == null || now.isBefore(counted.at) ? null : counted.at.minus(OVERLAP));
            counted = new Counted(Map.copyOf(alike), now);
        }
        return counted;
    }

    private void read(@Nullable Instant since) {
        if (since == null) {
            marks.clear();
            alike.clear();
        }
        store.directory().marks(since, this::mark);
    }

    private void mark(String id, Optional<DirectoryMark> mark) {
        var now =
                mark.map(one -> known.computeIfAbsent(one, Function.identity())).orElse(null);
        var before = now == null ? marks.remove(id) : marks.put(id, now);
        if (now != null) {
            alike.merge(now, 1L, Long::sum);
        }
        if (before != null) {
            alike.computeIfPresent(before, (same, number) -> number == 1 ? null : number - 1);
        }
    }
}
