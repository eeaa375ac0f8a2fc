package hongyan.service.air;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.air.assessment.Standards;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which standard counts on which date, and how sure the platform is of what it knows of it. */
@Tag(name = "air")
@RestController
@RequestMapping("/api/v1/standards")
class StandardController {
  private final Standards standards;
  private final Clock clock;

  StandardController(Standards standards, Clock clock) {
    this.standards = standards;
    this.clock = clock;
  }

  /** All versions, and the date that {@code applies} is said of. */
  record StandardList(LocalDate at, List<StandardView> items) {}

  /**
   * A version as the API gives it.
   *
   * @param standard what it is a version of
   * @param from first day of its effect; null when it stands for all time before its successor
   * @param to last day, inclusive; null while none follows
   * @param source the document and clause
   * @param certainty A primary text read, B secondary source, C to be verified, D the platform's
   *     own
   * @param applies whether it is the rule for the date that was asked for
   */
  record StandardView(
      String standard,
      String id,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String source,
      String certainty,
      List<String> notes,
      boolean applies) {

    static StandardView of(Standards.Version version, LocalDate at) {
      return new StandardView(
          version.standard(),
          version.id(),
          version.effect().from(),
          version.effect().to(),
          version.source().title(),
          version.source().certainty(),
          version.source().notes(),
          version.appliesOn(at));
    }
  }

  @Operation(summary = "The versions of all standards, and which apply at a moment (now, if none)")
  @GetMapping
  StandardList list(@RequestParam(required = false) @Nullable Instant at) {
    LocalDate date = LocalDate.ofInstant(at == null ? clock.instant() : at, CivilTime.ZONE);
    return new StandardList(
        date,
        standards.versions().stream().map(version -> StandardView.of(version, date)).toList());
  }
}
