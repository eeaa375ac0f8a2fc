package hongyan.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.replay.FakeService;
import hongyan.service.replay.Totals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoLoadTest {

  @Test
  void sendsTheWholeYearTheSameAgainAfterARestart() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FakeService service = FakeService.start()) {
      DemoLoad load = new DemoLoad(service.base(), null, 1, LocalDate.parse("2026-11-22"));
      Totals totals = load.run(new PrintStream(out, true, StandardCharsets.UTF_8));
      List<String> once = List.copyOf(service.bodies);
      service.bodies.clear();

      load.run(new PrintStream(out, true, StandardCharsets.UTF_8));

      assertThat(totals.allTaken()).isTrue();
      assertThat(totals.accepted()).isEqualTo(totals.records()).isGreaterThan(800_000);
      assertThat(service.bodies).isEqualTo(once);
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("records in");
  }
}
