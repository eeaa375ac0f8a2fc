package hongyan.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.series.PostgresServer;
import hongyan.service.Hongyan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongSeriesTest {

  @TempDir Path folder;

  @Test
  void endsTheStartWithTheSettingWhatWasFoundAndWhatIsNeeded() throws Exception {
    String database = PostgresServer.shared().createDatabase();
    Path settings = folder.resolve("settings.properties");
    Files.writeString(
        settings,
        "hongyan.series.database=%s\nhongyan.series.user=hongyan\nhongyan.series.password=s3cret\n"
            .formatted(database));
    var errors = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    int code;
    try {
      code =
          Commands.run(
              Hongyan.class,
              new String[] {
                "serve", "--port=0", "--state=" + folder.resolve("state"), "--config=" + settings
              });
    } finally {
      System.setErr(before);
    }
    assertThat(code).isEqualTo(1);
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .contains(
            "The service could not start: hongyan.series.user / hongyan.series.password: "
                + database
                + " does not let user hongyan in")
        .doesNotContain("s3cret");
  }
}
