package hongyan.geo.zones;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a zone version came to be.
 *
 * @param by account of the person who entered it
 * @param at when
 * @param file name of the file that it was imported from, or null
 * @param sha256 of that file's bytes, lower-case hex
 * @param datum what its coordinates were read as, for example {@code GCJ02}; null for WGS 84 by
 *     hand
 * @param repaired what was changed in the polygon with that person's leave, or null: nothing was
 */
public record ZoneOrigin(
    String by,
    Instant at,
    @Nullable String file,
    @Nullable String sha256,
    @Nullable String datum,
    @Nullable String repaired) {}
