package hongyan.service.replay;

import java.util.List;
import java.util.Optional;

/** Every kind of recorded file that replay takes, the more telling ones first. */
final class RecordedFormats {
  private static final List<RecordedFormat> ALL =
      List.of(
          new PrsaStationFile(),
          new NationalFeedCsv(),
          new NationalFeedGeoJson(),
          new EbirdText(),
          new MovebankCsv(),
          new MovebankGeoJson(),
          new LongReadings(),
          new WideReadings(),
          new OccurrenceTable(),
          new DarwinCoreArchive(),
          new JsonRecords("occurrences", "occurrenceID"),
          new JsonRecords("occurrences", "scientificName"),
          new JsonRecords("readings", "pollutant"),
          new JsonRecords("findings", "conduct"));

  private RecordedFormats() {}

  static Optional<RecordedFormat> find(Head head) {
    return ALL.stream().filter(format -> format.recognises(head)).findFirst();
  }
}
