package ma.maydan.portal.events;

import java.util.List;

/**
 * The regions of Morocco as tiles, each where its neighbors expect it: a drawing of our own, which says where a region
 * is, and nothing of its borders. In all languages north is up and the ocean on the left.
 *
 * @param column of the tile, from the ocean
 * @param row of the tile, from the north
 */
public record RegionMap(String code, int column, int row) {

    private static final List<RegionMap> TILES = List.of(
            new RegionMap("MA-01", 4, 0),
            new RegionMap("MA-04", 3, 1),
            new RegionMap("MA-03", 4, 1),
            new RegionMap("MA-02", 5, 1),
            new RegionMap("MA-06", 3, 2),
            new RegionMap("MA-05", 4, 2),
            new RegionMap("MA-08", 5, 2),
            new RegionMap("MA-07", 3, 3),
            new RegionMap("MA-09", 2, 4),
            new RegionMap("MA-10", 2, 5),
            new RegionMap("MA-11", 1, 6),
            new RegionMap("MA-12", 0, 7));

    static List<RegionMap> tiles() {
        return TILES;
    }
}
