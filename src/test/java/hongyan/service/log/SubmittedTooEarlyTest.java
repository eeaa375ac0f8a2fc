package hongyan.service.log;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import hongyan.pipelines.job.MonitoringJob;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that is submitted before the service has made the topics. */
class SubmittedTooEarlyTest {
  @TempDir private Path folder;

  @Test
  void isRefusedAndSaysWhatIsMissing() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("log"))) {
      Path file =
          Files.writeString(
              folder.resolve("job.properties"),
              """
              log=%s
              city=yongzhou
              series.database=jdbc:sqlite:unused.db
              """
                  .formatted(broker.bootstrapServers()));
      assertThatIllegalStateException()
          .isThrownBy(() -> MonitoringJob.main(new String[] {file.toString()}))
          .withMessageContaining("has no topics [alerts, casualties")
          .withMessageContaining("the service makes them");
    }
  }
}
