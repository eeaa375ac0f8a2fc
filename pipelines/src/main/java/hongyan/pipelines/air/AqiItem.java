package hongyan.pipelines.air;

/** The items of the AQI: a pollutant over an averaging period (HJ 633-2012, table 1; 2026, 3). */
public enum AqiItem {
  SO2_24H(Pollutant.SO2),
  SO2_1H(Pollutant.SO2),
  NO2_24H(Pollutant.NO2),
  NO2_1H(Pollutant.NO2),
  CO_24H(Pollutant.CO),
  CO_1H(Pollutant.CO),
  /** The daily maximum of the running eight-hour means. */
  O3_8H(Pollutant.O3),
  O3_1H(Pollutant.O3),
  PM10_24H(Pollutant.PM10),
  /** Uses the breakpoints of 24 hours. */
  PM10_1H(Pollutant.PM10),
  PM25_24H(Pollutant.PM25),
  /** Uses the breakpoints of 24 hours. */
  PM25_1H(Pollutant.PM25);

  private final Pollutant pollutant;

  AqiItem(Pollutant pollutant) {
    this.pollutant = pollutant;
  }

  public Pollutant pollutant() {
    return pollutant;
  }

  /** Returns the item of a real-time report for {@code pollutant}: the mean of the hour. */
  public static AqiItem hourly(Pollutant pollutant) {
    return switch (pollutant) {
      case PM25 -> PM25_1H;
      case PM10 -> PM10_1H;
      case SO2 -> SO2_1H;
      case NO2 -> NO2_1H;
      case O3 -> O3_1H;
      case CO -> CO_1H;
    };
  }

  /** Returns the item of a daily report: the mean of 24 hours, for ozone the maximum of eight. */
  public static AqiItem daily(Pollutant pollutant) {
    return switch (pollutant) {
      case PM25 -> PM25_24H;
      case PM10 -> PM10_24H;
      case SO2 -> SO2_24H;
      case NO2 -> NO2_24H;
      case O3 -> O3_8H;
      case CO -> CO_24H;
    };
  }
}
