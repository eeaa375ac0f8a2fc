package hongyan.pipelines.series;

import static hongyan.pipelines.records.RecordFixtures.ARRIVAL;
import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static hongyan.pipelines.records.RecordFixtures.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.records.Deletion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {

  @TempDir Path folder;

  @Test
  void isOneForAllWhoNameTheFileInAnyWay() {
    var placed = new PlacedReading(reading("P01", "2024-10-22T09:00:00+08:00", "35", 1), IN_FLYWAY);
    Path roundabout = folder.resolve("../" + folder.getFileName() + "/series.db");
    try (var first = SeriesStore.open(folder.resolve("series.db"));
        var second = SeriesStore.open(roundabout)) {
      second.readings().write(List.of(placed));
      assertThat(first.readings().list(ReadingQuery.ALL, Paging.first(9)).items())
          .containsExactly(placed);
    }
  }

  @Test
  void saysWhichFileIsNoStore() throws Exception {
    Path wrong = folder.resolve("wrong.db");
    Files.writeString(wrong, "this is a text of more than a hundred bytes ".repeat(40));
    assertThatThrownBy(() -> SeriesStore.open(wrong))
        .isInstanceOf(SeriesException.class)
        .hasMessageContaining("wrong.db");
  }

  @Test
  void leavesNothingOfADeletedTextInTheFile() throws Exception {
    Path file = folder.resolve("series.db");
    Instant later = ARRIVAL.plusSeconds(100).truncatedTo(ChronoUnit.SECONDS);
    var secret = reading("P01", "2024-10-22T09:00:00+08:00", "35", 1);
    try (var store = SeriesStore.open(file)) {
      store.readings().write(List.of(new PlacedReading(secret, IN_FLYWAY)));
    }
    assertThat(holds(file, secret.receipt().raw())).isTrue();
    try (var store = SeriesStore.open(file)) {
      store.deletions().write(List.of(new Deletion("readings", later, later, "li", "到期")));
    }
    assertThat(holds(file, secret.receipt().raw())).isFalse();
  }

  private static boolean holds(Path file, String text) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
  }
}
