package hongyan.service.hj212;

import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What factor codes usually mean: {@code hj212/factors.json}, with its source. */
final class FactorFile {
  private static final String FILE = "/hj212/factors.json";

  /** A factor as files and people write it. */
  record Form(String pollutant, String unit) {

    static Form of(Profile.Factor factor) {
      return new Form(factor.pollutant().code(), factor.unit().code());
    }

    /** Returns what it means, or throws naming the word that means nothing. */
    Profile.Factor factor() {
      return new Profile.Factor(
          Pollutant.findByCode(pollutant)
              .orElseThrow(() -> new IllegalArgumentException("no pollutant: " + pollutant)),
          FactorUnit.find(unit)
              .orElseThrow(() -> new IllegalArgumentException("no unit: " + unit)));
    }
  }

  private record Content(String version, String source, Map<String, Form> factors) {}

  private FactorFile() {}

  static Map<String, Profile.Factor> read() {
    try (InputStream in =
        Objects.requireNonNull(FactorFile.class.getResourceAsStream(FILE), FILE)) {
      Map<String, Profile.Factor> factors = new HashMap<>();
      Json.MAPPER
          .readValue(in, Content.class)
          .factors()
          .forEach((code, form) -> factors.put(code, form.factor()));
      return factors;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }
}
