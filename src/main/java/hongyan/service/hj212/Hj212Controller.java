package hongyan.service.hj212;

import hongyan.pipelines.reference.ReferenceLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registers devices that speak HJ 212 and shows what came from each. */
@Tag(name = "hj212")
@RestController
@RequestMapping("/api/v1/hj212/devices")
class Hj212Controller {
  private final ProfileStore profiles;
  private final Tally tally;
  private final ReferenceLog reference;

  Hj212Controller(ProfileStore profiles, Tally tally, ReferenceLog reference) {
    this.profiles = profiles;
    this.tally = tally;
    this.reference = reference;
  }

  /**
   * A device and what came from it since the service started.
   *
   * @param frames by outcome: {@code taken}, {@code kept} (no readings in it), or the rule that
   *     refused
   * @param dialect the checksum by which every frame with a wrong one would be right, or null
   */
  record DeviceView(
      ProfileForm device,
      Map<String, Long> frames,
      @Nullable Instant lastFrame,
      @Nullable String dialect) {}

  @Operation(summary = "Devices that speak HJ 212, with what came from each")
  @GetMapping
  List<DeviceView> list() {
    return profiles.listAll().stream()
        .sorted(Comparator.comparing(Profile::mn))
        .map(this::view)
        .toList();
  }

  @Operation(summary = "One device")
  @GetMapping("/{mn}")
  DeviceView get(@PathVariable String mn) {
    return profiles
        .find(mn)
        .map(this::view)
        .orElseThrow(() -> new NoSuchElementException("no device " + mn));
  }

  @Operation(summary = "Registers a device, or changes it from its next frame on")
  @PutMapping("/{mn}")
  DeviceView put(@PathVariable String mn, @RequestBody ProfileForm form) {
    profiles.save(
        form.profile(mn, station -> reference.current().findStation(station).isPresent()));
    return get(mn);
  }

  private DeviceView view(Profile profile) {
    Tally.Counts counts = tally.of(profile.mn());
    Checksum dialect = counts.dialect();
    return new DeviceView(
        ProfileForm.withoutSecrets(profile),
        counts.outcomes(),
        counts.last(),
        dialect == null ? null : ProfileForm.code(dialect));
  }
}
