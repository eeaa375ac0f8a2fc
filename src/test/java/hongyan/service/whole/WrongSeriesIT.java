package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.series.InfluxServer;
import hongyan.pipelines.series.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongSeriesIT {

  @TempDir Path folder;

  @Test
  void endsTheStartWithTheSettingWhatWasFoundAndWhatIsNeeded() throws Exception {
    String database = PostgresServer.shared().createDatabase();
    var ended =
        serve(
            "hongyan.series.database=%s\nhongyan.series.user=hongyan\nhongyan.series.password=s3cret\n"
                .formatted(database));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .contains(
            "The service could not start: hongyan.series.user / hongyan.series.password: "
                + database
                + " does not let user hongyan in")
        .doesNotContain("s3cret");
    assertThat(folder.resolve("state/hongyan.log")).content().doesNotContain("s3cret");
  }

  @Test
  void namesTheDatabaseThatAnInfluxDbDoesNotHave() throws Exception {
    String url = InfluxServer.shared().url();
    var ended =
        serve(
            "hongyan.series.influx.url=%s\nhongyan.series.influx.database=nowhere\n"
                .formatted(url));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .contains(
            "The service could not start: hongyan.series.influx.database: "
                + url
                + " has no database nowhere")
        .contains("needed: one that is there");
  }

  private Program.Ended serve(String settings) throws Exception {
    Path file = folder.resolve("settings.properties");
    Files.writeString(file, settings);
    return Program.run(
        "serve", "--port=0", "--state=" + folder.resolve("state"), "--config=" + file);
  }
}
