package hongyan.service.cases;

import hongyan.pipelines.air.DataFile;

/**
 * When cases are linked, from {@code alerts/links.json}.
 *
 * @param years how far apart in time, in civil years
 * @param placeMetres how near in place, where nobody asks for another distance
 */
record LinkSettings(
    String version,
    int years,
    String yearsSource,
    String yearsCertainty,
    double placeMetres,
    String placeSource,
    String placeCertainty) {

  static LinkSettings load() {
    return DataFile.read("/alerts/links.json", LinkSettings.class);
  }
}
