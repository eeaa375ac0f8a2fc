package hongyan.service.replay;

import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * eBird's basic data set, tab-separated text.
 *
 * <p>The count {@code X} (present, not counted) becomes no {@code individualCount}. The time that a
 * list began is local without an offset, so {@code eventDate} is the bare date; the time of the
 * last edit has no offset either and is left out. Each observer's copy of a shared checklist has an
 * identifier of its own and goes on as a record of its own.
 */
final class EbirdText implements RecordedFormat {

  @Override
  public String title() {
    return "eBird basic data set (to the day, since its times have no offset)";
  }

  @Override
  public boolean recognises(Head head) {
    return head.tabbed()
        && head.hasColumns("GLOBAL UNIQUE IDENTIFIER", "OBSERVATION COUNT", "OBSERVATION DATE");
  }

  @Override
  public void read(InputStream in, Outlet outlet) throws IOException {
    OccurrenceLines lines = new OccurrenceLines(outlet);
    try (CSVParser rows = Tables.tab(in)) {
      for (CSVRecord row : rows) {
        lines.add(occurrence(row), time(Tables.cell(row, "OBSERVATION DATE")));
      }
    }
    lines.flush();
  }

  private static ObjectNode occurrence(CSVRecord row) {
    ObjectNode occurrence = Json.MAPPER.createObjectNode();
    occurrence.put("occurrenceID", Tables.cell(row, "GLOBAL UNIQUE IDENTIFIER"));
    occurrence.put("basisOfRecord", "HumanObservation");
    occurrence.put("scientificName", Tables.cell(row, "SCIENTIFIC NAME"));
    OccurrenceLines.putText(occurrence, "vernacularName", Tables.cell(row, "COMMON NAME"));
    occurrence.put("eventDate", Tables.cell(row, "OBSERVATION DATE"));
    OccurrenceLines.putNumber(occurrence, "decimalLongitude", Tables.cell(row, "LONGITUDE"));
    OccurrenceLines.putNumber(occurrence, "decimalLatitude", Tables.cell(row, "LATITUDE"));
    String count = Tables.cell(row, "OBSERVATION COUNT");
    if (!count.isBlank() && !count.equals("X")) {
      OccurrenceLines.putNumber(occurrence, "individualCount", count);
    }
    OccurrenceLines.putText(occurrence, "countryCode", Tables.cell(row, "COUNTRY CODE"));
    OccurrenceLines.putText(occurrence, "locality", Tables.cell(row, "LOCALITY"));
    OccurrenceLines.putText(occurrence, "samplingProtocol", Tables.cell(row, "PROTOCOL NAME"));
    return occurrence;
  }

  /** Only paces the sending, so the day's zone does not matter. */
  private static @Nullable Instant time(String date) {
    try {
      return LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
