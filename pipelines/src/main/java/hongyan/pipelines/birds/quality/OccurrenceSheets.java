package hongyan.pipelines.birds.quality;

import hongyan.pipelines.quality.QualitySheet;
import java.util.List;

/** The sheets of the rules about bird records, {@code quality/occurrence/ID.json}. */
public final class OccurrenceSheets {
  private static final List<String> IDS =
      List.of(
          "ZERO_COORDINATE",
          "PRESUMED_SWAPPED_COORDINATE",
          "PRESUMED_NEGATED_LATITUDE",
          "PRESUMED_NEGATED_LONGITUDE",
          "COUNTRY_COORDINATE_MISMATCH",
          "COUNTY_COORDINATE_MISMATCH",
          "POSITION_TOO_UNCERTAIN",
          "RECORDED_DATE_UNLIKELY",
          "TAXON_MATCH_NONE",
          "TAXON_MATCH_FUZZY",
          "TAXON_MATCH_HIGHERRANK",
          "INDIVIDUAL_COUNT_OUTLIER",
          "IMPLAUSIBLE_SPEED");

  private OccurrenceSheets() {}

  /** Returns all of them, in the order in which they are shown. */
  public static List<QualitySheet> list() {
    return IDS.stream().map(OccurrenceSheets::load).toList();
  }

  static QualitySheet load(String id) {
    return QualitySheet.load("occurrence/" + id);
  }
}
