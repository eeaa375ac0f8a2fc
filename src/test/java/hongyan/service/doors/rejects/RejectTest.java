package hongyan.service.doors.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectTest {
  private static final String NAME = "Wang Xiaoming";

  @Test
  void hidesWhoReportedInWhateverPeopleSendAlsoWhenItIsNoWholeRecord() {
    for (String kind : List.of("finding", "casualty")) {
      for (String raw :
          List.of("{\"reporter\":\"%s\"}".formatted(NAME), "{\"reporter\":\"" + NAME + "\",")) {
        assertThat(reject(kind, raw).withoutReporter().raw()).doesNotContain(NAME);
      }
    }
  }

  @Test
  void leavesWhatDevicesSendAsItIs() {
    Reject reject = reject("reading", "{\"value\":");
    assertThat(reject.withoutReporter()).isEqualTo(reject);
  }

  private static Reject reject(String kind, String raw) {
    return new Reject(
        "1",
        "log",
        kind,
        Instant.EPOCH,
        "body",
        0,
        null,
        null,
        "unreadable-on-log",
        null,
        "",
        raw,
        null);
  }
}
