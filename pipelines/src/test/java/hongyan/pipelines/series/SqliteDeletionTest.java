package hongyan.pipelines.series;

import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeletionTest extends DeletionContract {

  @TempDir Path folder;

  @Override
  SeriesAddress address() {
    return SeriesAddress.of(folder.resolve("series.db"));
  }

  @Test
  void leavesNoneOfTheTextInTheFile() throws Exception {
    Path file = folder.resolve("series.db");
    Reading secret = withRaw(old(), "reported by Wang, telephone 139");
    try (var store = SeriesStore.open(address())) {
      store.readings().write(List.of(new PlacedReading(secret, IN_FLYWAY)));
    }
    assertThat(holds(file, "Wang")).isTrue();
    try (var store = SeriesStore.open(address())) {
      store.deletions().write(decisions(BEFORE));
    }
    assertThat(holds(file, "Wang")).isFalse();
  }

  private static boolean holds(Path file, String text) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
  }
}
