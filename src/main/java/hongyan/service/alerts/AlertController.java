package hongyan.service.alerts;

import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Scope;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.api.GeoJson;
import hongyan.service.api.ListOptions;
import hongyan.service.errors.Refused;
import hongyan.service.warnings.WarningStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
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
  private final AlertSteps steps;
  private final AlertViews views;
  private final WarningStore warnings;
  private final WhoAsks whoAsks;
  private final Handlers handlers;

  AlertController(
      AlertStore store,
      AlertSteps steps,
      AlertViews views,
      WarningStore warnings,
      WhoAsks whoAsks,
      Handlers handlers) {
    this.store = store;
    this.steps = steps;
    this.views = views;
    this.warnings = warnings;
    this.whoAsks = whoAsks;
    this.handlers = handlers;
  }

  /** What a person asks for: the state to move to, and why. */
  record Transition(@Nullable String to, @Nullable String note) {}

  /** Which alert is to stand for this one, and why. */
  record Merge(@Nullable String into, @Nullable String note) {}

  /** Why a merge is undone. */
  record Split(@Nullable String note) {}

  @Operation(summary = "Alerts, newest first")
  @GetMapping("/alerts")
  Page<AlertView> list(
      @ParameterObject AlertFilter filter, @ParameterObject ListOptions options, Locale locale) {
    return ListOptions.show(
        store.list(scope(), filter, options.paging()), stored -> views.inList(stored, locale));
  }

  @Operation(summary = "The same as a GeoJSON FeatureCollection, those with a position")
  @GetMapping("/alerts.geojson")
  Map<String, Object> geoJson(
      @ParameterObject AlertFilter filter, @ParameterObject ListOptions options, Locale locale) {
    return GeoJson.collection(
        store.list(scope(), filter, options.paging()).items().stream()
            .filter(stored -> stored.alert().position() != null)
            .map(stored -> views.inList(stored, locale))
            .map(view -> GeoJson.Feature.of(view.id(), view.position(), view))
            .toList());
  }

  @Operation(
      summary = "One alert with its grounds and history",
      description = "The id of a lead that was joined into an alert gives that alert")
  @GetMapping("/alerts/{id}")
  AlertView get(@PathVariable String id, Locale locale) {
    StoredAlert stored =
        store
            .findOrJoined(scope(), id)
            .orElseThrow(() -> new NoSuchElementException("no alert " + id));
    return views.onItsPage(stored, locale).with(warnings.of(id));
  }

  @Operation(summary = "Moves an alert on; a step that is not allowed is 409 and says which are")
  @PostMapping("/alerts/{id}/transitions")
  AlertView transition(@PathVariable String id, @RequestBody Transition transition, Locale locale) {
    Person who = handlers.get(id);
    AlertState to =
        Arrays.stream(AlertState.values())
            .filter(state -> state.code().equals(transition.to()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("to=%s is no state".formatted(transition.to())));
    steps.move(id, to, who, transition.note());
    return get(id, locale);
  }

  @Operation(
      summary = "Lets another alert stand for this one",
      description = "The alert keeps its state and is not due any more; split undoes it")
  @PostMapping("/alerts/{id}/merge")
  AlertView merge(@PathVariable String id, @RequestBody Merge merge, Locale locale) {
    Person who = handlers.get(id);
    String into = required("into", merge.into());
    handlers.get(into);
    steps.merge(id, into, who, required("note", merge.note()));
    return get(id, locale);
  }

  @Operation(summary = "Undoes a merge: the alert stands for itself again")
  @PostMapping("/alerts/{id}/split")
  AlertView split(@PathVariable String id, @RequestBody Split split, Locale locale) {
    Person who = handlers.get(id);
    steps.split(id, who, required("note", split.note()));
    return get(id, locale);
  }

  private StoredAlert getStored(String id) {
    return store.find(scope(), id).orElseThrow(() -> new NoSuchElementException("no alert " + id));
  }

  private Scope scope() {
    return whoAsks.get().scope();
  }

  private static String required(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new Refused(
          List.of(Refused.Fault.of(field, text, "required-field-missing", "必填 (required)")));
    }
    return text.strip();
  }
}
