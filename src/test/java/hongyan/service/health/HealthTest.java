package hongyan.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.log.LogAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class HealthTest {

  @Test
  void isDownWithoutALogThatAnswers() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = free.getLocalPort();
    }
    LogAddress away = LogAddress.outside(LogConnection.plain("127.0.0.1:" + nobody));
    try (LogHealth health = new LogHealth(away)) {
      assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }
  }

  @Test
  void isDegradedWithoutASeriesStoreThatAnswers(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("series.db");
    try (SeriesStore series = SeriesStore.open(file)) {
      SeriesHealth health = new SeriesHealth(series);
      // Before the first reading connection is opened: that is what fails then.
      Files.delete(file);
      Files.createDirectory(file);
      assertThat(health.health().getStatus()).isEqualTo(Degraded.STATUS);
    }
    try (SeriesStore series = SeriesStore.open(folder.resolve("other.db"))) {
      assertThat(new SeriesHealth(series).health().getStatus()).isEqualTo(Status.UP);
    }
  }
}
