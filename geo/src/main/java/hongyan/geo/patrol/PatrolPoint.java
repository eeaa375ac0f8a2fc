package hongyan.geo.patrol;

import hongyan.geo.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * A place that patrols go to (巡护点).
 *
 * @param kind {@code ordinary}, {@code old-tree} (古树名木) or {@code corridor} (迁飞通道)
 * @param cell code of the grid cell (网格) that it belongs to
 * @param county adcode, or null outside the city
 */
public record PatrolPoint(
    String id, String kind, Position position, String cell, @Nullable String county) {}
