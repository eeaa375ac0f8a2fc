package hongyan.geo.zones;

import hongyan.geo.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a polygon.
 *
 * @param rule which rule is broken: {@code json}, {@code type}, {@code coordinates}, {@code empty},
 *     {@code off-earth}, {@code swapped}, {@code ring-not-closed}, {@code too-few-points}, {@code
 *     self-crossing}, {@code hole-outside}, {@code nested-holes}, {@code nested-parts}, {@code
 *     same-ring-twice}, {@code cut-apart}, {@code invalid}
 * @param message what and where, for people
 * @param position the place of the fault, or null where there is none to show
 */
public record GeometryFault(String rule, String message, @Nullable Position position) {}
