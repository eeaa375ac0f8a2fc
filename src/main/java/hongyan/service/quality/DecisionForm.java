package hongyan.service.quality;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.quality.Verdict;
import hongyan.service.errors.Refused;
import hongyan.service.errors.Refused.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a person sends it.
 *
 * @param averaging PT1H when not said
 * @param time end of the period, ISO 8601 with an offset
 * @param verdict {@code valid} or {@code invalid}
 * @param note why; must be there for {@code invalid}: GB 3095 keeps the reason of what is left out
 */
record DecisionForm(
    @Nullable String station,
    @Nullable String pollutant,
    @Nullable String averaging,
    @Nullable String time,
    @Nullable String verdict,
    @Nullable String note) {

  /** A form in which nothing is wrong. */
  record Checked(
      String station,
      Pollutant pollutant,
      Averaging averaging,
      Instant time,
      Verdict verdict,
      String note) {}

  /** Throws {@link Refused} with everything that is wrong. */
  Checked check() {
    List<Fault> faults = new ArrayList<>();
    String at = text("station", station, faults);
    Pollutant of = word("pollutant", pollutant, Pollutant::findByCode, faults);
    Averaging over =
        averaging == null
            ? Averaging.PT1H
            : word("averaging", averaging, Averaging::findByCode, faults);
    Instant end = moment(faults);
    Verdict says = word("verdict", verdict, Verdict::findByCode, faults);
    if (says == Verdict.INVALID && (note == null || note.isBlank())) {
      faults.add(
          Fault.of("note", note, "required", "what is left out must keep the reason (GB 3095)"));
    }
    if (at == null
        || of == null
        || over == null
        || end == null
        || says == null
        || !faults.isEmpty()) {
      throw new Refused(faults);
    }
    return new Checked(at, of, over, end, says, Objects.requireNonNullElse(note, ""));
  }

  private @Nullable Instant moment(List<Fault> faults) {
    String text = text("time", time, faults);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      faults.add(Fault.of("time", text, "not-a-time", "ISO 8601 with an offset is wanted"));
      return null;
    }
  }

  private static @Nullable String text(String field, @Nullable String value, List<Fault> faults) {
    if (value == null || value.isBlank()) {
      faults.add(Fault.of(field, value, "required", "is required"));
      return null;
    }
    return value;
  }

  private static <T> @Nullable T word(
      String field,
      @Nullable String value,
      Function<String, Optional<T>> find,
      List<Fault> faults) {
    String text = text(field, value, faults);
    if (text == null) {
      return null;
    }
    Optional<T> found = find.apply(text);
    if (found.isEmpty()) {
      faults.add(Fault.of(field, text, "not-in-vocabulary", "is none of those that there are"));
    }
    return found.orElse(null);
  }
}
