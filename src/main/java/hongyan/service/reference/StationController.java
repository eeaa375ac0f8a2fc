package hongyan.service.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import hongyan.geo.place.Position;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.Station;
import hongyan.service.accounts.Permissions;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.api.GeoJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registered stations. */
@Tag(name = "reference", description = "基础数据：站点、设备、保护区域、许可、县市区")
@RestController
@RequestMapping("/api/v1/stations")
class StationController {
  private static final String BIRDS = "birds";

  private final ReferenceBook book;
  private final OwnCounties ownCounties;
  private final WhoAsks whoAsks;
  private final Permissions permissions;
  private final Clock clock;

  StationController(
      ReferenceBook book,
      OwnCounties ownCounties,
      WhoAsks whoAsks,
      Permissions permissions,
      Clock clock) {
    this.book = book;
    this.ownCounties = ownCounties;
    this.whoAsks = whoAsks;
    this.permissions = permissions;
    this.clock = clock;
  }

  /**
   * A station as the API takes and gives it.
   *
   * @param county given back, not taken: the position decides
   */
  record StationForm(
      @Nullable String id,
      @Nullable String name,
      @Nullable String kind,
      GeoJson.@Nullable Point position,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String role,
      @Nullable String county) {}

  @Operation(
      summary = "The stations as GeoJSON",
      description = "Where birds are watched is not for everybody: strangers see those of the air.")
  @GetMapping
  Map<String, Object> list() {
    Reference reference = book.current();
    return GeoJson.collection(
        reference.stations().stream()
            .filter(shown())
            .sorted(Comparator.comparing(Station::id))
            .map(station -> form(reference, station))
            .map(form -> GeoJson.Feature.of(String.valueOf(form.id()), form.position(), form))
            .toList());
  }

  @Operation(summary = "One station")
  @GetMapping("/{id}")
  StationForm get(@PathVariable String id) {
    Reference reference = book.current();
    return reference
        .findStation(id)
        .filter(shown())
        .map(station -> form(reference, station))
        .orElseThrow(() -> new NoSuchElementException("no station " + id));
  }

  @Operation(summary = "Registers a station, or changes it from now on")
  @PutMapping("/{id}")
  StationForm put(@PathVariable String id, @RequestBody StationForm form) {
    FormCheck check = new FormCheck();
    check.sameId(id, form.id());
    String name = check.required("name", form.name());
    String kind = check.oneOf("kind", form.kind(), "air", BIRDS, "both");
    Position position = check.position("position", form.position());
    String role =
        form.role() == null ? null : check.oneOf("role", form.role(), "evaluation", "control");
    check.complete();
    ownCounties.require(position);
    book.current().findStation(id).ifPresent(former -> ownCounties.require(former.position()));
    book.write(ReferenceKeys.entry(new Station(id, name, kind, position, role)));
    return get(id);
  }

  private Predicate<Station> shown() {
    boolean every = permissions.allows(whoAsks.get(), "every-station");
    return station -> every || !station.kind().equals(BIRDS);
  }

  private StationForm form(Reference reference, Station station) {
    return new StationForm(
        station.id(),
        station.name(),
        station.kind(),
        GeoJson.Point.of(station.position()),
        station.role(),
        reference.place(station.position(), clock.instant()).county());
  }
}
