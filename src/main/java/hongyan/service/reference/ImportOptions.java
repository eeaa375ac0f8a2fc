package hongyan.service.reference;

import hongyan.geo.files.SeasonText;
import hongyan.geo.files.ZoneDefaults;
import hongyan.geo.zones.ZoneKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is taken.
 *
 * @param dryRun true unless {@code false} is said: only a preview
 * @param datum what the coordinates are, over what the file says: WGS84, CGCS2000, GCJ02, BD09,
 *     CGCS2000-GK-CM111, CGCS2000-GK-37, EPSG:4513 to 4554
 * @param layer which of several layers
 * @param name of the file, kept with the versions that come of it
 * @param repair {@code true} for every repair on offer, or numbers of features, as {@code 2,5}
 * @param kind of features that do not say theirs
 * @param validFrom of features that do not say theirs
 * @param document of features that do not say theirs
 * @param seasons of features that do not say theirs, as {@code 09-01/11-30; 03-15/05-15}
 * @param geometry {@code false} leaves the polygons out of the answer
 */
record ImportOptions(
    @Nullable Boolean dryRun,
    @Nullable String datum,
    @Nullable String layer,
    @Nullable String name,
    @Nullable String repair,
    @Nullable String kind,
    @Nullable Instant validFrom,
    @Nullable String document,
    @Nullable String seasons,
    @Nullable Boolean geometry) {

  boolean dry() {
    return !Boolean.FALSE.equals(dryRun);
  }

  boolean withGeometry() {
    return !Boolean.FALSE.equals(geometry);
  }

  boolean repairs(int feature) {
    return repair != null
        && (repair.equals("true")
            || Arrays.asList(repair.split("\\s*,\\s*")).contains(String.valueOf(feature)));
  }

  ZoneDefaults defaults() {
    ZoneKind ofAll =
        kind == null
            ? null
            : ZoneKind.findByCode(kind)
                .orElseThrow(() -> new IllegalArgumentException("kind=%s is none".formatted(kind)));
    return new ZoneDefaults(
        ofAll, validFrom, document, seasons == null ? List.of() : SeasonText.read(seasons));
  }
}
