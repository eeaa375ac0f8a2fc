package hongyan.geo.files;

import hongyan.geo.place.Datum;

/**
 * What speaks for a file's coordinates being in another datum than they were read in.
 *
 * @param looksLike the datum that fits better
 * @param beside what was compared: {@code county borders} or {@code former version}
 * @param share of the zone's border that fits in that datum, 0 to 1
 * @param shareAsRead the same for the datum that it was read in
 * @param metres how far that would move the zone
 * @param confidence {@code low}, {@code medium} or {@code high}, by {@code zones/import.json}
 */
public record DatumDoubt(
    Datum looksLike,
    String beside,
    double share,
    double shareAsRead,
    double metres,
    String confidence) {

  /** Returns it in words. */
  public String message() {
    return ("looks like %s: read so, %.0f %% of its border lies on %s, as it was read %.0f %%;"
            + " that would move it by %.0f m (confidence %s)")
        .formatted(
            looksLike,
            share * 100,
            beside.equals("county borders") ? "county borders" : "the former version's",
            shareAsRead * 100,
            metres,
            confidence);
  }
}
