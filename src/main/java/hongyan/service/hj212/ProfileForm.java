package hongyan.service.hj212;

import hongyan.pipelines.air.Averaging;
import hongyan.service.errors.Refused;
import hongyan.service.errors.Refused.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A device's profile as people send it, and as they see it without its secrets.
 *
 * @param factors by factor code; null takes those of the project's table
 * @param minutes period of its minute data, {@code PT1M}, {@code PT5M} or {@code PT10M}
 * @param checksum {@code standard}, or a dialect that is allowed for this device
 * @param sm4Key 32 hex digits; experimental
 */
record ProfileForm(
    @Nullable String mn,
    @Nullable String station,
    @Nullable String password,
    @Nullable Map<String, FactorFile.Form> factors,
    @Nullable String minutes,
    @Nullable String checksum,
    @Nullable String sm4Key) {

  static ProfileForm withoutSecrets(Profile profile) {
    Map<String, FactorFile.Form> factors = new TreeMap<>();
    profile.factors().forEach((code, factor) -> factors.put(code, FactorFile.Form.of(factor)));
    return new ProfileForm(
        profile.mn(),
        profile.station(),
        null,
        factors,
        profile.minutes().name(),
        code(profile.checksum()),
        null);
  }

  static String code(Checksum checksum) {
    return checksum.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the profile that it means.
   *
   * @throws Refused naming everything that is wrong with it
   */
  Profile profile(String inPath, Predicate<String> isStation) {
    List<Fault> faults = new ArrayList<>();
    if (!inPath.matches("[0-9A-Za-z]{1,24}")) {
      faults.add(Fault.of("mn", inPath, "mn-invalid", "1 to 24 letters and digits"));
    }
    if (station == null || !isStation.test(station)) {
      faults.add(Fault.of("station", station, "unknown-station", "no such station"));
    }
    if (password == null || password.length() > 20) {
      faults.add(Fault.of("password", null, "required", "the PW of its frames; may be empty"));
    }
    Averaging period = period(faults);
    Checksum way = checksum(faults);
    if (sm4Key != null && !sm4Key.matches("[0-9A-Fa-f]{32}")) {
      faults.add(Fault.of("sm4Key", null, "key-invalid", "32 hex digits"));
    }
    Map<String, Profile.Factor> meanings = factors(faults);
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    return new Profile(
        inPath,
        Objects.requireNonNull(station),
        Objects.requireNonNull(password),
        meanings,
        period,
        way,
        sm4Key);
  }

  private Averaging period(List<Fault> faults) {
    String given = minutes == null ? Averaging.PT1M.name() : minutes;
    return Averaging.findByCode(given)
        .filter(found -> found != Averaging.PT1H)
        .orElseGet(
            () -> {
              faults.add(Fault.of("minutes", given, "unknown-averaging", "PT1M PT5M PT10M"));
              return Averaging.PT1M;
            });
  }

  private Checksum checksum(List<Fault> faults) {
    for (Checksum each : Checksum.values()) {
      if (checksum == null || code(each).equals(checksum)) {
        return each;
      }
    }
    faults.add(
        Fault.of(
            "checksum",
            checksum,
            "unknown-checksum",
            "standard modbus standard-swapped modbus-swapped"));
    return Checksum.STANDARD;
  }

  private Map<String, Profile.Factor> factors(List<Fault> faults) {
    if (factors == null) {
      return FactorFile.read();
    }
    Map<String, Profile.Factor> meanings = new HashMap<>();
    factors.forEach(
        (code, form) -> {
          try {
            meanings.put(code, form.factor());
          } catch (IllegalArgumentException unknown) {
            faults.add(
                Fault.of(
                    "factors." + code,
                    form,
                    "unknown-factor",
                    String.valueOf(unknown.getMessage())));
          }
        });
    return meanings;
  }
}
