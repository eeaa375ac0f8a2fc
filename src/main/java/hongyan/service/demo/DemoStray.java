package hongyan.service.demo;

import hongyan.geo.place.Position;
import java.time.LocalDateTime;

/**
 * One generated bird record that belongs to no station: a fix of a tagged bird, or one that
 * somebody sent with a slip in it.
 *
 * @param organism id of the tagged bird, empty for others
 * @param metres uncertainty of the position
 * @param county that the record names, empty for none
 */
record DemoStray(
    String id,
    String organism,
    String scientificName,
    String vernacularName,
    LocalDateTime time,
    Position position,
    int metres,
    String county) {}
