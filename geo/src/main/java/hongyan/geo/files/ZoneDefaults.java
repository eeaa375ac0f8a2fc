package hongyan.geo.files;

import hongyan.geo.zones.Season;
import hongyan.geo.zones.ZoneKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for every feature of a file that does not say it itself; each may be absent. */
public record ZoneDefaults(
    @Nullable ZoneKind kind,
    @Nullable Instant validFrom,
    @Nullable String document,
    List<Season> seasons) {

  /** Nothing. */
  public static final ZoneDefaults NONE = new ZoneDefaults(null, null, null, List.of());

  public ZoneDefaults {
    seasons = List.copyOf(seasons);
  }
}
