package ma.maydan.starter.search;

import java.util.Comparator;

/** A document that was found, the higher its rank the better. */
record Found(String id, int rank) {

    static final Comparator<Found> BEST_FIRST =
            Comparator.comparingInt(Found::rank).reversed().thenComparing(Found::id);
}
