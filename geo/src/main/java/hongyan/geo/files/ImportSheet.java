package hongyan.geo.files;

import hongyan.geo.sheets.Sheet;

/**
 * What an import goes by, from {@code zones/import.json}.
 *
 * @param nearCountyBorderMetres a zone's border follows a county's within this distance
 * @param nearFormerBorderMetres a zone's border is that of its former version within this distance
 * @param leastShare of the border that must fit before anything is said
 * @param timesBetterAtLeast than as it was read, before anything is said
 * @param shareOutsideCityThatCounts a smaller part of a zone outside the city is not worth a word
 */
record ImportSheet(
    String version,
    String source,
    String certainty,
    double nearCountyBorderMetres,
    double nearFormerBorderMetres,
    double leastShare,
    double mediumShare,
    double highShare,
    double timesBetterAtLeast,
    double timesBetterForHigh,
    double shareOutsideCityThatCounts) {

  static final ImportSheet SHEET = Sheet.read("zones/import.json", ImportSheet.class);
}
