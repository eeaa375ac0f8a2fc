package hongyan.pipelines.series;

import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfluxDeletionTest extends DeletionContract {

  @TempDir Path folder;
  private final InfluxAddress influx = InfluxServer.shared().newDatabase();

  @Override
  SeriesAddress address() {
    return InfluxServer.beside(folder, influx);
  }

  @Test
  void goesThroughMoreReadingsThanOneAnswerHolds() {
    Reading old = old();
    List<PlacedReading> many =
        IntStream.range(0, 12_001)
            .mapToObj(
                i ->
                    new PlacedReading(
                        new Reading(
                            "P" + i % 40,
                            old.pollutant(),
                            old.averaging(),
                            old.time().plusSeconds(i / 40 * 3600L),
                            old.value(),
                            old.flag(),
                            old.receipt()),
                        IN_FLYWAY))
            .toList();
    try (var store = SeriesStore.open(address())) {
      store.readings().write(many);
      store.deletions().write(decisions(BEFORE));
      assertThat(store.readings().list(ReadingQuery.ALL, Paging.first(20_000)).items())
          .hasSize(12_001)
          .allMatch(placed -> placed.reading().receipt().raw().startsWith(DeletedRaw.MARK))
          .allMatch(placed -> placed.reading().value().equals(old.value()));
    }
  }

  @Test
  void leavesNoneOfTheTextInTheFilesOnceTheServerHasCompactedThem() throws Exception {
    Reading secret = withRaw(old(), "reported by Wang, telephone 139");
    try (InfluxServer server = InfluxServer.start(folder, "");
        var store = SeriesStore.open(InfluxServer.beside(folder, server.newDatabase()))) {
      store.readings().write(List.of(new PlacedReading(secret, IN_FLYWAY)));
      assertThat(holds(server.folder(), "Wang")).isTrue();
      store.deletions().write(decisions(BEFORE));
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
      while (holds(server.folder(), "Wang")) {
        assertThat(System.nanoTime()).as("still in the files").isLessThan(end);
        TimeUnit.MILLISECONDS.sleep(200);
      }
      assertThat(store.readings().list(ReadingQuery.ALL, Paging.first(5)).items()).hasSize(1);
    }
  }

  private static boolean holds(Path folder, String text) throws IOException {
    try (Stream<Path> files = Stream.of("data", "wal").flatMap(part -> walk(folder, part))) {
      for (Path file : files.toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
      return false;
    } catch (NoSuchFileException | UncheckedIOException compactedMeanwhile) {
      return true;
    }
  }

  private static Stream<Path> walk(Path folder, String part) {
    try {
      return Files.walk(folder.resolve(part)).filter(Files::isRegularFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
