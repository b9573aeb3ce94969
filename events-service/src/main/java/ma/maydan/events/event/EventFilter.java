package ma.maydan.events.event;

import java.time.Instant;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.search.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor asks the public list for.
 *
 * @param updatedAfter for what changed since, the oldest change first; not with anything but kind and organization
 * @param freeSeats only what has a seat to give now
 */
record EventFilter(
        @Nullable SearchText text,
        @Nullable String organizationId,
        @Nullable Instant updatedAfter,
        EventFacets facets,
        Time time,
        boolean freeSeats) {

    /** Everything that is not over. */
    static final EventFilter UPCOMING =
            new EventFilter(null, null, null, EventFacets.NONE, new Time(When.UPCOMING, null, null), false);

    /** Which of the published. */
    enum When {
        /** Not over, the next first. */
        UPCOMING,
        /** Over, the latest first. */
        PAST,
        /** Both, the earliest first. */
        ALL
    }

    /**
     * When they are.
     *
     * @param from they begin then or later; null for any time
     * @param until they begin before; null for any time
     */
    record Time(When when, @Nullable Instant from, @Nullable Instant until) {

        boolean isUsual() {
            return when == When.UPCOMING && from == null && until == null;
        }
    }

    /** @throws ProblemException 422 at what does not go together */
    void check() {
        SearchText.requireNoneOf(text, updatedAfter);
        var changes = updatedAfter != null;
        if (changes && facets.region() != null) {
            throw narrowed("region");
        }
        if (changes && (facets.language() != null || facets.sector() != null)) {
            throw narrowed(facets.language() != null ? "language" : "sector");
        }
        if (changes && (facets.format() != null || facets.online())) {
            throw narrowed(facets.online() ? "online" : "format");
        }
        if (changes && !time.isUsual()) {
            throw narrowed(time.when() != When.UPCOMING ? "when" : time.from() != null ? "from" : "until");
        }
        if (changes && freeSeats) {
            throw narrowed("freeSeats");
        }
        if (time.from() != null && time.until() != null && !time.until().isAfter(time.from())) {
            throw ProblemException.invalidField("?until", "ends-before-start");
        }
    }

    private static ProblemException narrowed(String parameter) {
        return ProblemException.invalidField("?" + parameter, "filter-of-changes");
    }
}
