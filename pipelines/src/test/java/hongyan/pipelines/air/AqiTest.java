package hongyan.pipelines.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AqiTest {
  private static final AqiStandard OLD = AqiStandard.at(LocalDate.parse("2026-02-28"));
  private static final AqiStandard NEW = AqiStandard.at(LocalDate.parse("2026-03-01"));

  @ParameterizedTest
  @CsvSource({
    "PM25_24H, 35, 50, 50",
    "PM25_24H, 36, 52, 52",
    "PM25_24H, 38, 54, 56",
    "PM25_24H, 60, 82, 100",
    "PM25_24H, 61, 83, 101",
    "PM25_24H, 75, 100, 114",
    "PM25_24H, 76, 102, 115",
    "PM25_24H, 115, 150, 150",
    "PM25_24H, 150, 200, 200",
    "PM25_24H, 151, 201, 201",
    "PM25_24H, 250, 300, 300",
    "PM25_24H, 500, 500, 500",
    "PM25_24H, 501, 500, 500",
    "PM25_24H, 35.4, 50, 50",
    "PM25_24H, 35.5, 52, 52",
    "PM10_24H, 50, 50, 50",
    "PM10_24H, 51, 51, 51",
    "PM10_24H, 120, 85, 100",
    "PM10_24H, 121, 86, 101",
    "PM10_24H, 150, 100, 112",
    "PM10_24H, 250, 150, 150",
    "O3_8H, 100, 50, 50",
    "O3_8H, 101, 51, 51",
    "O3_8H, 160, 100, 100",
    "O3_8H, 161, 101, 101",
    "O3_8H, 265, 200, 200",
    "O3_8H, 266, 201, 201",
    "O3_8H, 800, 300, 300",
    "O3_8H, 801, , 300",
    "O3_1H, 160, 50, 50",
    "O3_1H, 200, 100, 100",
    "O3_1H, 201, 101, 101",
    "O3_1H, 400, 200, 200",
    "O3_1H, 1201, 500, 500",
    "SO2_1H, 150, 50, 50",
    "SO2_1H, 500, 100, 100",
    "SO2_1H, 800, 200, 200",
    "SO2_1H, 800.5, 200, 200",
    "SO2_1H, 801, , 200",
    "CO_24H, 2, 50, 50",
    "CO_24H, 2.05, 50, 50",
    "CO_24H, 2.1, 53, 53",
    "CO_24H, 2.2, 55, 55",
    "CO_24H, 4, 100, 100",
    "CO_24H, 4.1, 101, 101",
    "CO_1H, 65.4, 218, 218",
    "PM25_1H, 0, 0, 0",
    "PM25_1H, 1E+3, 500, 500",
  })
  void givesTheSubIndexOfBothVersions(
      AqiItem item, BigDecimal concentration, Integer old, Integer current) {
    assertThat(OLD.iaqi(item, concentration)).isEqualTo(optional(old));
    assertThat(NEW.iaqi(item, concentration)).isEqualTo(optional(current));
  }

  @ParameterizedTest
  @CsvSource({"35.5, 36", "36.5, 36", "2.5, 2", "0.5, 0", "35.50001, 36", "34.5, 34"})
  void roundsHalfToEvenOnTheDecimal(BigDecimal value, BigDecimal rounded) {
    assertThat(Gbt8170.round(Pollutant.PM25, value)).isEqualTo(rounded);
  }

  @ParameterizedTest
  @CsvSource({"0.25, 0.2", "2.05, 2.0", "0.35, 0.4", "0.651, 0.7"})
  void roundsCarbonMonoxideToOnePlace(BigDecimal value, BigDecimal rounded) {
    assertThat(Gbt8170.round(Pollutant.CO, value)).isEqualTo(rounded);
  }

  /** Every reportable concentration of every table, against fractions written down anew. */
  @Test
  void agreesWithFractionsEverywhere() {
    for (AqiStandard standard : AqiStandard.list()) {
      for (AqiTable table : standard.tables()) {
        int step = table.item().pollutant() == Pollutant.CO ? 1 : 10;
        int last = table.breakpoints().get(table.breakpoints().size() - 1).intValueExact() * 10;
        for (int tenths = 0; tenths <= last; tenths += step) {
          assertThat(standard.iaqi(table.item(), BigDecimal.valueOf(tenths, 1)))
              .as("%s %s %s tenths", standard.id(), table.item(), tenths)
              .hasValue(byFractions(standard.scale().steps(), table.breakpoints(), tenths));
        }
      }
    }
  }

  /** ceil of the line through the two breakpoints, as numerator and denominator. */
  private static int byFractions(List<Integer> steps, List<BigDecimal> points, int tenths) {
    int i = 0;
    while (points.get(i + 1).intValueExact() * 10 < tenths) {
      i++;
    }
    int low = points.get(i).intValueExact() * 10;
    BigInteger over = BigInteger.valueOf(points.get(i + 1).intValueExact() * 10L - low);
    BigInteger top =
        BigInteger.valueOf(steps.get(i + 1) - steps.get(i))
            .multiply(BigInteger.valueOf(tenths - low))
            .add(BigInteger.valueOf(steps.get(i)).multiply(over));
    BigInteger[] parts = top.divideAndRemainder(over);
    return parts[0].intValueExact() + parts[1].signum();
  }

  @Test
  void refusesANegativeConcentration() {
    assertThatThrownBy(() -> NEW.iaqi(AqiItem.PM25_24H, new BigDecimal("-0.1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-0.1");
  }

  @Test
  void namesNoPrimaryPollutantUpToFifty() {
    Aqi aqi = Aqi.ofHour(NEW, hour("35", "20", "1", "1", "1", "0.1"));
    assertThat(aqi.aqi()).isEqualTo(50);
    assertThat(aqi.level()).isEqualTo(1);
    assertThat(aqi.primary()).isEmpty();
  }

  @Test
  void namesAllPrimaryPollutantsOfATie() {
    Aqi aqi = Aqi.ofHour(NEW, hour("60", "120", "1", "1", "1", "10"));
    assertThat(aqi.aqi()).isEqualTo(100);
    assertThat(aqi.level()).isEqualTo(2);
    assertThat(aqi.primary()).containsExactly(Pollutant.PM25, Pollutant.PM10, Pollutant.CO);
  }

  @Test
  void capsAtFiveHundred() {
    Aqi aqi = Aqi.ofHour(NEW, hour("999", "2", "1", "1", "1", "0.1"));
    assertThat(aqi.aqi()).isEqualTo(500);
    assertThat(aqi.level()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"50, 1", "51, 2", "101, 3", "150, 3", "151, 4", "201, 5", "300, 5", "301, 6"})
  void givesTheLevel(int aqi, int level) {
    assertThat(NEW.scale().getLevel(aqi).level()).isEqualTo(level);
  }

  @Test
  void withholdsAnIncompleteIndexOfGoodAirIn2026() {
    Map<AqiItem, BigDecimal> means = hour("60", "20", "1", "1", "1", "0.1");
    means.remove(AqiItem.O3_1H);
    Aqi aqi = Aqi.ofHour(NEW, means);
    assertThat(aqi.aqi()).isNull();
    assertThat(aqi.level()).isNull();
    assertThat(aqi.primary()).isEmpty();
    assertThat(aqi.reason()).contains("missing: O3").contains("100");
    assertThat(aqi.iaqi()).containsEntry(Pollutant.PM25, 100);
  }

  @Test
  void publishesAnIncompleteIndexOfPollutedAirIn2026() {
    Map<AqiItem, BigDecimal> means = hour("61", "20", "1", "1", "1", "0.1");
    means.remove(AqiItem.O3_1H);
    assertThat(Aqi.ofHour(NEW, means).aqi()).isEqualTo(101);
    assertThat(Aqi.ofHour(NEW, means).reason()).isNull();
  }

  @Test
  void publishesAnIncompleteIndexIn2012() {
    Map<AqiItem, BigDecimal> means = hour("38", "0", "3", "17", "62", "0.7");
    means.remove(AqiItem.PM10_1H);
    Aqi aqi = Aqi.ofHour(OLD, means);
    assertThat(aqi.aqi()).isEqualTo(54);
    assertThat(aqi.primary()).containsExactly(Pollutant.PM25);
  }

  @Test
  void givesNoIndexWithoutAnyPollutant() {
    for (AqiStandard standard : AqiStandard.list()) {
      assertThat(Aqi.ofHour(standard, Map.of()).aqi()).isNull();
      assertThat(Aqi.ofHour(standard, Map.of()).reason()).contains("PM2.5").contains("CO");
    }
  }

  @Test
  void leavesSulphurDioxideAbove800OutOfAnHourOf2012() {
    Map<AqiItem, BigDecimal> means = hour("10", "10", "900", "1", "1", "0.1");
    assertThat(Aqi.ofHour(OLD, means).iaqi()).doesNotContainKey(Pollutant.SO2);
    assertThat(Aqi.ofHour(OLD, means).aqi()).isEqualTo(15);
    assertThat(Aqi.ofHour(NEW, means).aqi()).isEqualTo(200);
  }

  @Test
  void reportsZeroAsOneSince2026() {
    Map<AqiItem, BigDecimal> nothing = hour("0", "0", "0", "0", "0", "0");
    assertThat(Aqi.ofHour(OLD, nothing).aqi()).isZero();
    assertThat(Aqi.ofHour(NEW, nothing).aqi()).isEqualTo(1);
  }

  @Test
  void judgesADayByOzonesHourOnlyAboveEightHoursOf800In2012() {
    Map<AqiItem, BigDecimal> means = new EnumMap<>(AqiItem.class);
    List.of(AqiItem.PM25_24H, AqiItem.PM10_24H, AqiItem.SO2_24H, AqiItem.NO2_24H, AqiItem.CO_24H)
        .forEach(item -> means.put(item, BigDecimal.ONE));
    means.put(AqiItem.O3_8H, new BigDecimal("160"));
    means.put(AqiItem.O3_1H, new BigDecimal("300"));
    assertThat(Aqi.ofDay(OLD, means).aqi()).isEqualTo(100);
    assertThat(Aqi.ofDay(NEW, means).aqi()).isEqualTo(100);
    means.put(AqiItem.O3_8H, new BigDecimal("801"));
    means.put(AqiItem.O3_1H, new BigDecimal("850"));
    assertThat(Aqi.ofDay(OLD, means).aqi()).isEqualTo(325);
    assertThat(Aqi.ofDay(NEW, means).aqi()).isEqualTo(300);
  }

  private static Map<AqiItem, BigDecimal> hour(
      String pm25, String pm10, String so2, String no2, String o3, String co) {
    Map<AqiItem, BigDecimal> means = new EnumMap<>(AqiItem.class);
    means.put(AqiItem.PM25_1H, new BigDecimal(pm25));
    means.put(AqiItem.PM10_1H, new BigDecimal(pm10));
    means.put(AqiItem.SO2_1H, new BigDecimal(so2));
    means.put(AqiItem.NO2_1H, new BigDecimal(no2));
    means.put(AqiItem.O3_1H, new BigDecimal(o3));
    means.put(AqiItem.CO_1H, new BigDecimal(co));
    return means;
  }

  private static OptionalInt optional(Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
