package hongyan.pipelines.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import hongyan.pipelines.series.InfluxAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFileTest {
  private static final String LEAST =
      """
      log=127.0.0.1:1
      city=yongzhou
      series.database=jdbc:sqlite:/tmp/series.db
      """;

  @TempDir private Path folder;

  @Test
  void readsTheLeast() throws IOException {
    JobSettings settings = read(LEAST);
    assertThat(settings.log().bootstrapServers()).isEqualTo("127.0.0.1:1");
    assertThat(settings.series().database()).isEqualTo("jdbc:sqlite:/tmp/series.db");
    assertThat(settings.series().influx()).isNull();
    assertThat(settings.dateOfEffect()).isNull();
    assertThat(settings.local()).isNull();
  }

  @Test
  void readsEverything() throws IOException {
    JobSettings settings =
        read(
            LEAST
                + """
                date-of-effect=2026-12-01
                series.user=hongyan
                series.password=series secret
                series.influx.url=http://127.0.0.1:2
                series.influx.database=readings
                series.influx.user=writer
                series.influx.password=influx secret
                kafka.security.protocol=SASL_SSL
                kafka.sasl.jaas.config=a.Module required password="log secret";
                """);
    assertThat(settings.dateOfEffect()).isEqualTo("2026-12-01");
    assertThat(settings.series().user()).isEqualTo("hongyan");
    assertThat(settings.series().influx())
        .isEqualTo(new InfluxAddress("http://127.0.0.1:2", "readings", "writer", "influx secret"));
    assertThat(settings.log().client(Map.of("acks", "all")))
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.jaas.config", "a.Module required password=\"log secret\";")
        .containsEntry("bootstrap.servers", "127.0.0.1:1")
        .containsEntry("acks", "all");
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @Test
  void namesAKeyThatIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(LEAST.replace("city=yongzhou", "city=")))
        .withMessageContaining("job.properties: city is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(LEAST + "series.influx.url=http://127.0.0.1:2\n"))
        .withMessageContaining("series.influx.database is missing");
  }

  @Test
  void namesKeysThatAreNotKnown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(LEAST + "hongyan.log=x\nsereis.user=x\n"))
        .withMessageContaining("unknown [hongyan.log, sereis.user]")
        .withMessageContaining("series.user");
  }

  @Test
  void leavesToTheClusterOnlyWhereAndHowMany() throws IOException {
    var onCluster = MonitoringJob.configuration(read(LEAST));
    var local = new JobSettings.Local(folder, null, 2);
    JobSettings same = read(LEAST);
    var inProcess =
        MonitoringJob.configuration(
            new JobSettings(same.log(), same.series(), same.city(), null, 5_000, local));
    inProcess.removeConfig(CheckpointingOptions.CHECKPOINTS_DIRECTORY);
    assertThat(onCluster).isEqualTo(inProcess);
    assertThat(onCluster.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(128);
  }

  @Test
  void isNotSubmittedWhenTheLogDoesNotAnswer() throws IOException {
    Path file = Files.writeString(folder.resolve("job.properties"), LEAST);
    assertThatIllegalStateException()
        .isThrownBy(() -> MonitoringJob.main(new String[] {file.toString()}))
        .withMessageContaining("log: 127.0.0.1:1 does not answer");
  }

  private JobSettings read(String text) throws IOException {
    return JobFile.read(Files.writeString(folder.resolve("job.properties"), text));
  }
}
