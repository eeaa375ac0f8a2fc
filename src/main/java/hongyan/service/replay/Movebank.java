package hongyan.service.replay;

import hongyan.pipelines.records.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Movebank's forms have in common: one fix of one tagged bird. For one file, one thread.
 *
 * <p>Times are UTC though no Z says so. A fix that somebody or some filter has marked as an outlier
 * is not taken. A light-level geolocator is off by 100 to 200 km, so its fixes, and those of a
 * track that does not name its sensor, get an uncertainty of 150 km; other sensors keep the error
 * that the file gives, if any.
 */
final class Movebank {
  private static final String GEOLOCATOR_METRES = "150000";
  private static final List<String> OUTLIER_MARKS =
      List.of("manually-marked-outlier", "import-marked-outlier", "algorithm-marked-outlier");

  private final OccurrenceLines lines;
  private final Outlet outlet;

  Movebank(Outlet outlet) {
    this.outlet = outlet;
    this.lines = new OccurrenceLines(outlet);
  }

  /** Takes one fix; {@code cell} gives a field's text, {@code lon} and {@code lat} as written. */
  void fix(Function<String, String> cell, String lon, String lat) {
    if (OUTLIER_MARKS.stream().anyMatch(mark -> cell.apply(mark).equalsIgnoreCase("true"))) {
      outlet.notTaken("outlier", 1);
      return;
    }
    if (lon.isBlank() || lat.isBlank()) {
      outlet.notTaken("no position", 1);
      return;
    }
    Instant time = time(cell.apply("timestamp"));
    ObjectNode occurrence = Json.MAPPER.createObjectNode();
    occurrence.put("occurrenceID", "movebank:" + cell.apply("event-id"));
    occurrence.put("basisOfRecord", "MachineObservation");
    occurrence.put("scientificName", cell.apply("individual-taxon-canonical-name"));
    // What cannot be read as a moment goes on as it stands, for the door to refuse.
    occurrence.put("eventDate", time == null ? cell.apply("timestamp") : time.toString());
    OccurrenceLines.putNumber(occurrence, "decimalLongitude", lon);
    OccurrenceLines.putNumber(occurrence, "decimalLatitude", lat);
    occurrence.put("geodeticDatum", "WGS84");
    String metres = uncertainty(cell);
    if (!metres.isBlank()) {
      OccurrenceLines.putNumber(occurrence, "coordinateUncertaintyInMeters", metres);
    }
    occurrence.put("individualCount", 1);
    OccurrenceLines.putText(occurrence, "organismID", cell.apply("individual-local-identifier"));
    lines.add(occurrence, time);
  }

  void flush() {
    lines.flush();
  }

  private static String uncertainty(Function<String, String> cell) {
    String sensor = cell.apply("sensor-type").toLowerCase(Locale.ROOT);
    boolean coarse = sensor.isBlank() || sensor.contains("geolocator");
    return coarse ? GEOLOCATOR_METRES : cell.apply("location-error-numerical");
  }

  private static @Nullable Instant time(String text) {
    try {
      String local = text.strip().replace(' ', 'T').replaceAll("Z$", "");
      return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
