package hongyan.service.demo;

import hongyan.service.replay.Body;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes bird records as tables of Darwin Core terms. */
final class BirdBodies {
  static final String REMARKS = "demo: generated and no real observation / 演示：生成的数据，非真实观测";
  private static final String HEADER =
      "occurrenceID,basisOfRecord,scientificName,vernacularName,eventDate,decimalLongitude,"
          + "decimalLatitude,geodeticDatum,coordinateUncertaintyInMeters,individualCount,"
          + "occurrenceStatus,locationID,samplingProtocol,occurrenceRemarks,organismID,county,"
          + "eventID,sampleSizeValue,sampleSizeUnit\n";

  /** A morning's survey lasts from 7:00 to 9:30. */
  private static final String SURVEY_HOURS = "2.5";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HH");

  private BirdBodies() {}

  /** Returns one body for the records, which are in the order of time and at least one. */
  static Body body(List<DemoBird> birds) {
    StringBuilder text = new StringBuilder(birds.size() * 240).append(HEADER);
    birds.forEach(bird -> line(text, bird));
    return new Body(
        "occurrences",
        "text/csv",
        text.toString().getBytes(StandardCharsets.UTF_8),
        birds.size(),
        DemoDays.instant(birds.get(0).time()));
  }

  /** Returns one body for the strays, which are in the order of time and at least one. */
  static Body strays(List<DemoStray> strays) {
    StringBuilder text = new StringBuilder(HEADER);
    strays.forEach(stray -> line(text, stray));
    return new Body(
        "occurrences",
        "text/csv",
        text.toString().getBytes(StandardCharsets.UTF_8),
        strays.size(),
        DemoDays.instant(strays.get(0).time()));
  }

  private static void line(StringBuilder text, DemoStray stray) {
    List<String> cells =
        List.of(
            "demo-" + stray.id(),
            stray.organism().isEmpty() ? "HumanObservation" : "MachineObservation",
            stray.scientificName(),
            stray.vernacularName(),
            DemoDays.text(stray.time()),
            String.valueOf(stray.position().lon()),
            String.valueOf(stray.position().lat()),
            "WGS84",
            String.valueOf(stray.metres()),
            "1",
            "present",
            "",
            stray.organism().isEmpty() ? "路遇" : "标记跟踪",
            REMARKS,
            stray.organism(),
            stray.county(),
            "",
            "",
            "");
    text.append(String.join(",", cells)).append('\n');
  }

  /** Returns the identity: place, hour and species, each of which a station records once. */
  static String id(DemoBird bird) {
    String species = bird.species().scientificName().replace(' ', '-');
    return "demo-%s-%s-%s".formatted(bird.site().id(), STAMP.format(bird.time()), species);
  }

  private static void line(StringBuilder text, DemoBird bird) {
    List<String> cells =
        List.of(
            id(bird),
            bird.machine() ? "MachineObservation" : "HumanObservation",
            bird.species().scientificName(),
            bird.species().vernacularName(),
            DemoDays.text(bird.time()),
            String.valueOf(bird.site().position().lon()),
            String.valueOf(bird.site().position().lat()),
            "WGS84",
            bird.machine() ? "500" : "200",
            String.valueOf(bird.count()),
            bird.count() == 0 ? "absent" : "present",
            bird.site().id(),
            bird.machine() ? "夜间热像与录音" : "定点计数",
            REMARKS,
            "",
            "",
            bird.machine() ? "" : "demo-survey-" + bird.site().id() + "-" + DAY.format(bird.time()),
            bird.machine() ? "" : SURVEY_HOURS,
            bird.machine() ? "" : "h");
    text.append(String.join(",", cells)).append('\n');
  }
}
