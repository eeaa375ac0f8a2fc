package hongyan.geo.patrol;

import hongyan.geo.sheets.Sheet;

/**
 * What the patrol layer goes by, from {@code zones/patrol.json}.
 *
 * @param coverMetres ground within this distance of a patrol point counts as covered
 * @param mostNearestMetres a point further away is no nearest point
 * @param samplesPerZone places at which a zone is looked at for its coverage
 */
public record PatrolSheet(
    String version,
    String source,
    String certainty,
    double coverMetres,
    double mostNearestMetres,
    int samplesPerZone) {

  /** The one that the project ships. */
  public static final PatrolSheet SHEET = Sheet.read("zones/patrol.json", PatrolSheet.class);
}
