package hongyan.service.conducts;

import hongyan.geo.law.Article7;
import hongyan.geo.place.CivilTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Article 7's catalogue, with the national law that was in force on a day. */
@Tag(name = "law")
@RestController
@RequestMapping("/api/v1/conducts")
class ConductController {
  private final Article7 law;
  private final Clock clock;

  ConductController(Article7 law, Clock clock) {
    this.law = law;
    this.clock = clock;
  }

  /** All of them. */
  record Conducts(List<ConductView> items, @Nullable String next) {}

  @Operation(summary = "The conducts of Article 7, with the law of a day (today, if none is named)")
  @GetMapping
  Conducts list(
      @RequestParam(required = false) @Nullable Instant at,
      @RequestParam(required = false) @Nullable Integer item) {
    LocalDate day = day(at);
    return new Conducts(
        law.list().stream()
            .filter(conduct -> item == null || conduct.item() == item)
            .map(conduct -> ConductView.of(conduct, law, day))
            .toList(),
        null);
  }

  @Operation(summary = "One conduct, with the law of a day (today, if none is named)")
  @GetMapping("/{code}")
  ConductView get(@PathVariable String code, @RequestParam(required = false) @Nullable Instant at) {
    return law.findConduct(code)
        .map(conduct -> ConductView.of(conduct, law, day(at)))
        .orElseThrow(() -> new NoSuchElementException("no conduct " + code));
  }

  private LocalDate day(@Nullable Instant at) {
    return LocalDate.ofInstant(at == null ? clock.instant() : at, CivilTime.ZONE);
  }
}
