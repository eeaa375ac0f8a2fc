package hongyan.service.settings;

import hongyan.pipelines.series.InfluxAddress;
import hongyan.pipelines.series.SeriesAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the series store is, when not in the state folder.
 *
 * @param database JDBC address of a PostgreSQL database; without it a file of the state folder
 * @param influx an InfluxDB for readings, figures and counts; without it they are in the database
 * @param keepShortReadings how long readings of less than an hour stay in the store, for example
 *     {@code P400D}; without it for ever
 */
@ConfigurationProperties("hongyan.series")
public record SeriesSettings(
    @Nullable String database,
    @Nullable String user,
    @Nullable String password,
    @Nullable Influx influx,
    @Nullable Period keepShortReadings) {

  // An officer who decides about a doubt looks at the readings of the weeks around it.
  private static final int LEAST_DAYS = 92;

  public SeriesSettings {
    if (keepShortReadings != null && !isLongEnough(keepShortReadings)) {
      throw new IllegalArgumentException(
          "hongyan.series.keep-short-readings: %s is too short; needed: P%dD or longer"
              .formatted(keepShortReadings, LEAST_DAYS));
    }
  }

  private static boolean isLongEnough(Period period) {
    LocalDate any = LocalDate.EPOCH;
    return !any.plus(period).isBefore(any.plusDays(LEAST_DAYS));
  }

  /** The same as {@link InfluxAddress}, as it is set. */
  public record Influx(
      String url, String database, @Nullable String user, @Nullable String password) {}

  /** Returns the address that the pipelines write to and the service reads from. */
  public SeriesAddress address(Path state) {
    InfluxAddress outside =
        influx == null
            ? null
            : new InfluxAddress(influx.url(), influx.database(), influx.user(), influx.password());
    String file = SeriesAddress.of(state.resolve("series.db")).database();
    return new SeriesAddress(database == null ? file : database, user, password, outside);
  }
}
