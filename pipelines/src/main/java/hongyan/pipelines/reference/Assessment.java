package hongyan.pipelines.reference;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment of what a project does to birds that is on file (Regulation of Yongzhou on the
 * protection of migratory birds, article 4(3); Wildlife Protection Law, article 13; Code, article
 * 816 from 2026-08-15).
 *
 * @param project name of the project
 * @param document number of the assessment or of its approval
 * @param zones ids of the zones that it looked at, at least one
 * @param validFrom inclusive
 * @param validTo exclusive
 * @param footprintCheck id of the check that it followed, or null
 * @param enteredBy account of the person who put it on file
 */
public record Assessment(
    String id,
    String project,
    String document,
    List<String> zones,
    Instant validFrom,
    Instant validTo,
    @Nullable String footprintCheck,
    String enteredBy) {

  public Assessment {
    zones = List.copyOf(zones);
  }

  /** Returns whether it speaks for that zone at that moment. */
  public boolean covers(String zone, Instant time) {
    return zones.contains(zone) && !time.isBefore(validFrom) && time.isBefore(validTo);
  }
}
