package hongyan.service.alerts;

import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Scope;
import hongyan.service.accounts.Permissions;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.api.GeoJson;
import hongyan.service.api.ListOptions;
import hongyan.service.errors.Conflict;
import hongyan.service.warnings.WarningStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alerts, listed and moved on. */
@Tag(name = "alerts", description = "预警：线索，不是结论")
@RestController
@RequestMapping("/api/v1")
class AlertController {
  private final AlertStore store;
  private final WarningStore warnings;
  private final WhoAsks whoAsks;
  private final Permissions permissions;
  private final Clock clock;

  AlertController(
      AlertStore store,
      WarningStore warnings,
      WhoAsks whoAsks,
      Permissions permissions,
      Clock clock) {
    this.store = store;
    this.warnings = warnings;
    this.whoAsks = whoAsks;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** What a person asks for: the state to move to, and why. */
  record Transition(String to, @Nullable String note) {}

  @Operation(summary = "Alerts, newest first")
  @GetMapping("/alerts")
  Page<AlertView> list(
      @ParameterObject AlertFilter filter, @ParameterObject ListOptions options, Locale locale) {
    return ListOptions.show(
        store.list(scope(), filter, options.paging()),
        stored -> AlertView.of(stored, null, locale));
  }

  @Operation(summary = "The same as a GeoJSON FeatureCollection, those with a position")
  @GetMapping("/alerts.geojson")
  Map<String, Object> geoJson(
      @ParameterObject AlertFilter filter, @ParameterObject ListOptions options, Locale locale) {
    return GeoJson.collection(
        store.list(scope(), filter, options.paging()).items().stream()
            .filter(stored -> stored.alert().position() != null)
            .map(stored -> AlertView.of(stored, null, locale))
            .map(view -> GeoJson.Feature.of(view.id(), view.position(), view))
            .toList());
  }

  @Operation(summary = "One alert with its grounds and history")
  @GetMapping("/alerts/{id}")
  AlertView get(@PathVariable String id, Locale locale) {
    return store
        .find(scope(), id)
        .map(stored -> AlertView.of(stored, store.listHistory(id), locale).with(warnings.of(id)))
        .orElseThrow(() -> new NoSuchElementException("no alert " + id));
  }

  @Operation(summary = "Moves an alert on; a step that is not allowed is 409 and says which are")
  @PostMapping("/alerts/{id}/transitions")
  AlertView transition(@PathVariable String id, @RequestBody Transition transition, Locale locale) {
    Person person = whoAsks.get();
    StoredAlert stored =
        store
            .find(person.scope(), id)
            .orElseThrow(() -> new NoSuchElementException("no alert " + id));
    permissions.require(
        person, "move-alert/" + stored.alert().kind().name().toLowerCase(Locale.ROOT));
    AlertState to =
        Arrays.stream(AlertState.values())
            .filter(state -> state.code().equals(transition.to()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("to=%s is no state".formatted(transition.to())));
    HistoryEntry entry =
        new HistoryEntry(
            clock.instant(), person.account(), stored.state().code(), to.code(), transition.note());
    if (!stored.state().next().contains(to) || !store.move(id, stored.state(), to, entry)) {
      throw new Conflict(
          "alert %s is %s and cannot become %s; allowed: %s"
              .formatted(
                  id,
                  stored.state().code(),
                  to.code(),
                  stored.state().next().stream().map(AlertState::code).toList()));
    }
    return get(id, locale);
  }

  private Scope scope() {
    return whoAsks.get().scope();
  }
}
