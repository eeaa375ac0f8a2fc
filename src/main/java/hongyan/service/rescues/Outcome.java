package hongyan.service.rescues;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of birds in care; those of whom nothing is told yet are still in it. */
enum Outcome {
  RELEASED,
  DIED,
  TRANSFERRED;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Outcome> findByCode(String code) {
    return Arrays.stream(values()).filter(outcome -> outcome.code().equals(code)).findFirst();
  }
}
