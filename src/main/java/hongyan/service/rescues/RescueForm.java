package hongyan.service.rescues;

import hongyan.service.errors.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what a person sends about a rescue, all of it before it refuses. */
final class RescueForm {
  private static final Duration CLOCK_SLACK = Duration.ofMinutes(10);
  private static final int LONGEST = 500;

  private final List<Refused.Fault> faults = new ArrayList<>();
  private final Instant now;

  RescueForm(Instant now) {
    this.now = now;
  }

  String required(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      refuse(field, text, "required-field-missing", "必填 (required)");
      return "";
    }
    if (text.length() > LONGEST) {
      refuse(field, null, "text-too-long", "最多 %d 字 (characters)".formatted(LONGEST));
    }
    return text.strip();
  }

  /** Returns the moment, now where none is given; neither in the future nor before another. */
  Instant moment(String field, @Nullable Instant given, Instant earliest) {
    Instant moment = given == null ? now : given;
    if (moment.isAfter(now.plus(CLOCK_SLACK))) {
      refuse(field, given, "time-in-future", "在未来 (lies in the future)");
    } else if (moment.isBefore(earliest)) {
      refuse(field, given, "time-before", "早于 %s (is before it)".formatted(earliest));
    }
    return moment;
  }

  void between(String field, int number, int least, int most) {
    if (number < least || number > most) {
      refuse(field, number, "value-out-of-range", "[%d, %d]".formatted(least, most));
    }
  }

  Outcome outcome(@Nullable String code) {
    String word = required("outcome", code);
    return Outcome.findByCode(word)
        .orElseGet(
            () -> {
              if (!word.isEmpty()) {
                refuse("outcome", word, "unknown-word", "released died transferred");
              }
              return Outcome.RELEASED;
            });
  }

  private void refuse(String field, @Nullable Object value, String rule, String message) {
    faults.add(Refused.Fault.of(field, value, rule, message));
  }

  /** Throws {@link Refused} with every fault, if there is any. */
  void complete() {
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
  }
}
