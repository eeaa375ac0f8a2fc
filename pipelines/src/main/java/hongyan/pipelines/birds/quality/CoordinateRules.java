package hongyan.pipelines.birds.quality;

import hongyan.geo.place.Counties;
import hongyan.geo.place.County;
import hongyan.geo.place.Position;
import hongyan.pipelines.birds.AreaChance;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.StatedPlace;
import hongyan.pipelines.quality.DoubtNumber;
import hongyan.pipelines.quality.QualitySheet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules about where a record says that it was made. */
final class CoordinateRules {
  private static final String CHINA = "CN";

  private final QualitySheet zero = OccurrenceSheets.load("ZERO_COORDINATE");
  private final QualitySheet swapped = OccurrenceSheets.load("PRESUMED_SWAPPED_COORDINATE");
  private final QualitySheet southern = OccurrenceSheets.load("PRESUMED_NEGATED_LATITUDE");
  private final QualitySheet western = OccurrenceSheets.load("PRESUMED_NEGATED_LONGITUDE");
  private final QualitySheet country = OccurrenceSheets.load("COUNTRY_COORDINATE_MISMATCH");
  private final QualitySheet county = OccurrenceSheets.load("COUNTY_COORDINATE_MISMATCH");
  private final QualitySheet uncertain = OccurrenceSheets.load("POSITION_TOO_UNCERTAIN");
  private final double nearZero = zero.get("degrees").doubleValue();
  private final Counties counties;

  CoordinateRules(Counties counties) {
    this.counties = counties;
  }

  List<OccurrenceDoubt> check(PlacedOccurrence placed) {
    List<OccurrenceDoubt> doubts = new ArrayList<>();
    Occurrence occurrence = placed.occurrence();
    Position at = occurrence.position();
    if (Math.abs(at.lon()) < nearZero && Math.abs(at.lat()) < nearZero) {
      doubts.add(of(zero, occurrence, "位置在经纬度零点附近", "its position lies near 0, 0"));
    }
    if (counties.covering(at).isEmpty()) {
      mirrored(swapped, occurrence, at.lat(), at.lon(), "经纬度对调", "swapped", doubts);
      mirrored(southern, occurrence, at.lon(), -at.lat(), "纬度变号", "of the other latitude", doubts);
      mirrored(western, occurrence, -at.lon(), at.lat(), "经度变号", "of the other longitude", doubts);
    }
    StatedPlace stated = occurrence.statedPlace();
    if (stated != null) {
      country(placed, stated).ifPresent(doubts::add);
      county(placed, stated).ifPresent(doubts::add);
    }
    uncertain(placed).ifPresent(doubts::add);
    return doubts;
  }

  private void mirrored(
      QualitySheet sheet,
      Occurrence occurrence,
      double lon,
      double lat,
      String how,
      String howEn,
      List<OccurrenceDoubt> doubts) {
    if (Math.abs(lat) <= 90 && counties.covering(new Position(lon, lat)).isPresent()) {
      doubts.add(
          of(
              sheet,
              occurrence,
              "位置不在本市，%s后在本市".formatted(how),
              "outside the city; the position %s lies inside".formatted(howEn)));
    }
  }

  private Optional<OccurrenceDoubt> country(PlacedOccurrence placed, StatedPlace stated) {
    String code = stated.countryCode();
    if (code == null || code.equals(CHINA) || placed.placement().county() == null) {
      return Optional.empty();
    }
    return Optional.of(
        of(
            country,
            placed.occurrence(),
            "国家代码为 %s，位置在本市".formatted(code),
            "names the country %s, its position lies in the city".formatted(code)));
  }

  /** Names that are none of the city's counties say nothing here. */
  private Optional<OccurrenceDoubt> county(PlacedOccurrence placed, StatedPlace stated) {
    Optional<County> named = Optional.ofNullable(stated.county()).flatMap(this::named);
    if (named.isEmpty() || mayLieIn(placed, named.get().adcode())) {
      return Optional.empty();
    }
    String real = placed.placement().county();
    String where = counties.find(real == null ? "" : real).map(County::name).orElse("别处");
    return Optional.of(
        of(
            county,
            placed.occurrence(),
            "记录写明在%s，位置在%s".formatted(named.get().name(), where),
            "says %s, its position lies in %s"
                .formatted(named.get().adcode(), real == null ? "none of our counties" : real)));
  }

  private Optional<County> named(String text) {
    return counties.list().stream()
        .filter(
            one ->
                one.adcode().equals(text)
                    || one.name().equals(text)
                    || one.name().substring(0, one.name().length() - 1).equals(text))
        .findFirst();
  }

  private static boolean mayLieIn(PlacedOccurrence placed, String adcode) {
    return adcode.equals(placed.placement().county())
        || placed.probability("county", adcode).isPresent();
  }

  /** Its stated position lies in an area, but the true one may well not. */
  private Optional<OccurrenceDoubt> uncertain(PlacedOccurrence placed) {
    Occurrence occurrence = placed.occurrence();
    Double radius = occurrence.coordinateUncertaintyInMeters();
    Optional<AreaChance> unsure =
        placed.chances().stream()
            .filter(chance -> !chance.placed() && chance.kind().equals("zone"))
            .findFirst()
            .or(
                () ->
                    placed.chances().stream()
                        .filter(chance -> !chance.placed() && chance.kind().equals("city"))
                        .findFirst());
    if (radius == null || unsure.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal probability =
        BigDecimal.valueOf(unsure.get().probability()).round(new MathContext(2));
    return Optional.of(
        of(
            uncertain,
            occurrence,
            "位置不确定度 %.0f 米，在 %s 内的概率仅 %s"
                .formatted(radius, unsure.get().id(), probability.toPlainString()),
            "off by up to %.0f m: it lies in %s with a probability of %s only"
                .formatted(radius, unsure.get().id(), probability.toPlainString()),
            new DoubtNumber("uncertainty", BigDecimal.valueOf(radius), "m"),
            new DoubtNumber("probability", probability, "1")));
  }

  private static OccurrenceDoubt of(
      QualitySheet sheet,
      Occurrence occurrence,
      String fact,
      String factEn,
      DoubtNumber... numbers) {
    return OccurrenceDoubt.of(
        sheet, occurrence.occurrenceID(), occurrence.eventStart(), fact, factEn, numbers);
  }
}
