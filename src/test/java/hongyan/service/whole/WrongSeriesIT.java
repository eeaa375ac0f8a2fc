package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;

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
    Path settings = folder.resolve("settings.properties");
    Files.writeString(
        settings,
        "hongyan.series.database=%s\nhongyan.series.user=hongyan\nhongyan.series.password=s3cret\n"
            .formatted(database));
    var ended =
        Program.run(
            "serve", "--port=0", "--state=" + folder.resolve("state"), "--config=" + settings);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .contains(
            "The service could not start: hongyan.series.user / hongyan.series.password: "
                + database
                + " does not let user hongyan in")
        .doesNotContain("s3cret");
    assertThat(folder.resolve("state/hongyan.log")).content().doesNotContain("s3cret");
  }
}
