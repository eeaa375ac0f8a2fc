package hongyan.geo.files;

import hongyan.geo.place.Repair;
import hongyan.geo.zones.Season;
import hongyan.geo.zones.ZoneKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be taken of one feature of a file, and what is wrong with it.
 *
 * @param feature its place in the file, from 1
 * @param line where it begins in a file of text, else null
 * @param version the number that it would get, 0 where it cannot be told
 * @param unchanged the zone is there already as the feature says: taking it would change nothing
 * @param geometry GeoJSON on WGS 84
 * @param hectares on the ellipsoid; null for a polygon that is not valid
 * @param faults while there is one, the feature is not taken
 * @param doubts what somebody should look at; they keep nothing out
 * @param repair what could be made of an invalid polygon, or null
 */
public record ZoneProposal(
    int feature,
    @Nullable Integer line,
    String id,
    String name,
    @Nullable ZoneKind kind,
    int version,
    boolean unchanged,
    @Nullable Instant validFrom,
    @Nullable Instant validTo,
    List<Season> seasons,
    @Nullable String document,
    boolean illustrative,
    String geometry,
    @Nullable Double hectares,
    List<ImportFault> faults,
    List<ImportFault> doubts,
    @Nullable Repair repair) {

  public ZoneProposal {
    seasons = List.copyOf(seasons);
    faults = List.copyOf(faults);
    doubts = List.copyOf(doubts);
  }

  /** Returns whether it can be taken as it is. */
  public boolean sound() {
    return faults.isEmpty();
  }

  /** Returns whether the offered repair is all that it lacks. */
  public boolean mendable() {
    return repair != null && faults.stream().allMatch(fault -> fault.field().equals("geometry"));
  }
}
