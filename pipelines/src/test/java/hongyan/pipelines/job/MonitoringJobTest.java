package hongyan.pipelines.job;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.series.SeriesAddress;
import java.nio.file.Path;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.junit.jupiter.api.Test;

class MonitoringJobTest {

  /** As URIs, both would name another folder: one with %20 in its name. */
  @Test
  void keepsCheckpointsInTheFolderThatItWasGivenAlsoWithABlankInItsName() {
    Path checkpoints = Path.of("/state of the city/checkpoints");
    Path newest = checkpoints.resolve("686f/chk-7");
    var configuration = MonitoringJob.configuration(settings(checkpoints, newest));
    assertThat(asFlinkReads(configuration.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY)))
        .isEqualTo(checkpoints.toString());
    assertThat(asFlinkReads(configuration.get(StateRecoveryOptions.SAVEPOINT_PATH)))
        .isEqualTo(newest.toString());
  }

  private static String asFlinkReads(String place) {
    return new org.apache.flink.core.fs.Path(place).getPath();
  }

  private static JobSettings settings(Path checkpoints, Path newest) {
    return new JobSettings(
        LogConnection.plain("127.0.0.1:1"),
        SeriesAddress.of(Path.of("series.db")),
        "yongzhou",
        null,
        JobSettings.CHECKPOINT_MILLIS,
        new JobSettings.Local(checkpoints, newest, 1));
  }
}
