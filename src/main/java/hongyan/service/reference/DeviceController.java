package hongyan.service.reference;

import hongyan.geo.place.Position;
import hongyan.pipelines.reference.Device;
import hongyan.service.api.GeoJson;
import hongyan.service.errors.Refused.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registered devices and boundary markers. */
@Tag(name = "reference")
@RestController
@RequestMapping("/api/v1/devices")
class DeviceController {
  private final ReferenceBook book;
  private final OwnCounties ownCounties;

  DeviceController(ReferenceBook book, OwnCounties ownCounties) {
    this.book = book;
    this.ownCounties = ownCounties;
  }

  /** A device as the API takes and gives it. */
  record DeviceForm(
      @Nullable String id,
      @Nullable String name,
      @Nullable String kind,
      GeoJson.@Nullable Point position,
      @Nullable String station,
      @Nullable Double gpsErrorMetres,
      @Nullable String locationDocument,
      @Nullable String calibrationCertificate,
      @Nullable String reviewDocument) {

    static DeviceForm of(Device device) {
      return new DeviceForm(
          device.id(),
          device.name(),
          device.kind(),
          GeoJson.Point.of(device.position()),
          device.station(),
          device.gpsErrorMetres(),
          device.locationDocument(),
          device.calibrationCertificate(),
          device.reviewDocument());
    }
  }

  @Operation(summary = "The devices as GeoJSON")
  @GetMapping
  Map<String, Object> list() {
    return GeoJson.collection(
        book.current().devices().stream()
            .sorted(Comparator.comparing(Device::id))
            .map(DeviceForm::of)
            .map(form -> GeoJson.Feature.of(String.valueOf(form.id()), form.position(), form))
            .toList());
  }

  @Operation(summary = "One device")
  @GetMapping("/{id}")
  DeviceForm get(@PathVariable String id) {
    return book.current()
        .findDevice(id)
        .map(DeviceForm::of)
        .orElseThrow(() -> new NoSuchElementException("no device " + id));
  }

  @Operation(summary = "Registers a device, or changes it from now on")
  @PutMapping("/{id}")
  DeviceForm put(@PathVariable String id, @RequestBody DeviceForm form) {
    FormCheck check = new FormCheck();
    check.sameId(id, form.id());
    String name = check.required("name", form.name());
    String kind = check.required("kind", form.kind());
    Position position = check.position("position", form.position());
    String station = form.station();
    if (station != null && book.current().findStation(station).isEmpty()) {
      check.add(Fault.of("station", station, "unknown-station", "no such station"));
    }
    Double error = form.gpsErrorMetres();
    if (error != null && !(error > 0 && error <= 10_000)) {
      check.add(
          Fault.of("gpsErrorMetres", error.toString(), "value-out-of-range", "(0, 10000] metres"));
    }
    check.complete();
    ownCounties.require(position);
    book.current().findDevice(id).ifPresent(former -> ownCounties.require(former.position()));
    book.write(
        ReferenceKeys.entry(
            new Device(
                id,
                name,
                kind,
                position,
                station,
                error,
                given(form.locationDocument()),
                given(form.calibrationCertificate()),
                given(form.reviewDocument()))));
    return get(id);
  }

  private static @Nullable String given(@Nullable String document) {
    return document == null || document.isBlank() ? null : document.strip();
  }
}
