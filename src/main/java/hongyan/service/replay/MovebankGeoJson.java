package hongyan.service.replay;

import java.io.InputStream;
import tools.jackson.databind.JsonNode;

/** A track from Movebank as GeoJSON points ({@link Movebank}). */
final class MovebankGeoJson implements RecordedFormat {

  @Override
  public String title() {
    return "Movebank track, GeoJSON (UTC, 150 km uncertainty where no sensor is named)";
  }

  @Override
  public boolean recognises(Head head) {
    return head.isGeoJson() && head.hasKey("event-id") && head.hasKey("timestamp");
  }

  @Override
  public void read(InputStream in, Outlet outlet) {
    Movebank track = new Movebank(outlet);
    Features.read(
        in,
        feature ->
            track.fix(
                column -> Features.text(feature, column),
                coordinate(feature, 0),
                coordinate(feature, 1)));
    track.flush();
  }

  /** Returns the digits as the file has them: the mapper keeps decimals exact. */
  private static String coordinate(JsonNode feature, int index) {
    JsonNode value = feature.path("geometry").path("coordinates").path(index);
    return value.isNumber() ? value.decimalValue().toPlainString() : "";
  }
}
