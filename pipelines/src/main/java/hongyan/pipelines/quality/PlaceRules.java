package hongyan.pipelines.quality;

import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules about where a station stands.
 *
 * <p>{@code station-elsewhere}: its id begins with the adcode of a county in which its registered
 * position does not lie. False where a county's code or border has changed since the id was given,
 * and at borders where our polygons are coarse. Ids without an adcode say nothing. {@code
 * station-moved}: on this day or the hours beside it, readings of the same station came with
 * registered positions far from each other. False when a wrong position was put right, or when the
 * station did move and kept its id, which then stands for two places.
 *
 * @param city adcode of the city, by whose first four digits its counties' codes are known
 */
record PlaceRules(String city, QualitySheet elsewhere, QualitySheet moved) {
  private static final Pattern CODED = Pattern.compile("\\d{6}(?!\\d).*");
  private static final int CODE = 6;
  private static final int CITY_PART = 4;

  static PlaceRules of(String city) {
    return new PlaceRules(
        city, QualitySheet.load("station-elsewhere"), QualitySheet.load("station-moved"));
  }

  List<Doubt> check(DayReadings day) {
    List<Doubt> doubts = new ArrayList<>();
    Set<Position> positions =
        Stream.concat(day.own().stream(), day.beside().stream())
            .map(KnownReading::position)
            .collect(Collectors.toSet());
    for (KnownReading known : day.own()) {
      String station = known.reading().station();
      if (CODED.matcher(station).matches() && !station.substring(0, CODE).equals(known.county())) {
        elsewhere(known, station.substring(0, CODE), doubts);
      }
      if (positions.size() > 1) {
        moved(known, positions, doubts);
      }
    }
    return doubts;
  }

  private void elsewhere(KnownReading known, String code, List<Doubt> doubts) {
    boolean former =
        known.county() != null
            && elsewhere.thresholds().stream()
                .anyMatch(
                    t ->
                        t.name().equals("former-" + code)
                            && t.value().toPlainString().equals(known.county()));
    boolean ours = code.substring(0, CITY_PART).equals(city.substring(0, CITY_PART));
    if (former || (known.county() == null && !ours)) {
      return;
    }
    String where = known.county() == null ? "本市之外" : known.county();
    String whereEn = known.county() == null ? "outside the city" : "in " + known.county();
    doubts.add(
        Doubt.of(
            elsewhere,
            known,
            "站点编码属 %s，登记位置在 %s".formatted(code, where),
            "the station's code names %s, its registered position lies %s"
                .formatted(code, whereEn)));
  }

  private void moved(KnownReading known, Set<Position> positions, List<Doubt> doubts) {
    double metres =
        positions.stream()
            .mapToDouble(other -> Geodesy.metres(known.position(), other))
            .max()
            .orElse(0);
    if (BigDecimal.valueOf(metres).compareTo(moved.get("metres")) > 0) {
      BigDecimal whole = BigDecimal.valueOf(metres).setScale(0, RoundingMode.HALF_EVEN);
      doubts.add(
          Doubt.of(
              moved,
              known,
              "站点登记位置前后相差 %s 米".formatted(whole),
              "the station's registered position differs by %s m".formatted(whole),
              new DoubtNumber("moved", whole, "m"),
              new DoubtNumber("metres", moved.get("metres"), "m")));
    }
  }
}
