package hongyan.service.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.RuleRef;
import hongyan.service.api.GeoJson;
import hongyan.service.api.ZoneRefView;
import hongyan.service.history.HistoryEntry;
import hongyan.service.warnings.WarningRecords;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the API gives it.
 *
 * @param next the states that it may be moved to
 * @param patrol the nearest patrol point and its grid cell, where there are any
 * @param until when it was last seen to happen, where it happened more than once
 * @param repeats how often it happened again
 * @param confidence what the sources stated together, or null where none did
 * @param parts ids of the leads that were joined into it
 * @param handling where it lies and by when it is due
 * @param history only on the alert's own page
 * @param warning what people decided and what was published; only on the page of a suggested
 *     warning
 */
record AlertView(
    String id,
    String kind,
    String grade,
    @Nullable Integer item,
    String conduct,
    Instant time,
    Instant raisedAt,
    @Nullable String county,
    List<ZoneRefView> zones,
    GeoJson.@Nullable Point position,
    @Nullable String subject,
    String state,
    List<String> next,
    @Nullable String department,
    @Nullable LegalView legal,
    List<Map<String, Object>> grounds,
    RuleRef rule,
    boolean authorised,
    boolean supported,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NearPatrol patrol,
    @Nullable Instant until,
    int repeats,
    @Nullable Double confidence,
    List<String> parts,
    @JsonUnwrapped Handling handling,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<HistoryEntry> history,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WarningRecords warning) {

  static AlertView of(
      StoredAlert stored,
      @Nullable List<HistoryEntry> history,
      @Nullable LegalView legal,
      @Nullable NearPatrol patrol,
      Handling handling,
      Locale locale) {
    Alert alert = stored.alert();
    return new AlertView(
        alert.id(),
        alert.kind().name().toLowerCase(Locale.ROOT),
        alert.grade().name().toLowerCase(Locale.ROOT),
        alert.item(),
        alert.conduct(),
        alert.time(),
        alert.raisedAt(),
        alert.county(),
        ZoneRefView.listOf(alert.zones()),
        alert.position() == null ? null : GeoJson.Point.of(alert.position()),
        alert.subject(),
        stored.state().code(),
        stored.state().next().stream().map(AlertState::code).toList(),
        alert.department(),
        legal,
        alert.grounds().stream().map(ground -> fact(ground, locale)).toList(),
        alert.rule(),
        alert.authorised(),
        alert.supported(),
        patrol,
        alert.until(),
        alert.repeats(),
        alert.confidence(),
        alert.parts(),
        handling,
        history,
        null);
  }

  /** Returns the same with what people did about it, where it is a suggested warning. */
  AlertView with(WarningRecords records) {
    return conduct.startsWith("warning-")
        ? new AlertView(
            id,
            kind,
            grade,
            item,
            conduct,
            time,
            raisedAt,
            county,
            zones,
            position,
            subject,
            state,
            next,
            department,
            legal,
            grounds,
            rule,
            authorised,
            supported,
            patrol,
            until,
            repeats,
            confidence,
            parts,
            handling,
            history,
            records)
        : this;
  }

  private static Map<String, Object> fact(Ground ground, Locale locale) {
    String fact = locale.getLanguage().equals("en") ? ground.factEn() : ground.fact();
    return ground.record() == null
        ? Map.of("fact", fact)
        : Map.of("fact", fact, "record", ground.record());
  }
}
