package hongyan.service.replay;

import hongyan.pipelines.air.Pollutant;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;

/** Hourly readings of foreign archives, as bodies of the contract's long table. For one thread. */
final class ReadingLines {
  private static final byte[] HEADER =
      "station,time,pollutant,value,unit,flag,averaging\n".getBytes(StandardCharsets.UTF_8);

  private final Batch batch;

  ReadingLines(Outlet outlet) {
    this.batch = new Batch(Batch.Frame.table("readings", "text/csv", HEADER), outlet);
  }

  /** Adds one hourly value; {@code hourEnd} is Beijing time, {@code value} goes on as it stands. */
  void add(String station, LocalDateTime hourEnd, Pollutant pollutant, String value) {
    batch.add(
        Tables.line(
            station,
            BeijingTime.text(hourEnd),
            pollutant.code(),
            value,
            pollutant.unit(),
            "N",
            "PT1H"),
        BeijingTime.instant(hourEnd));
  }

  void flush() {
    batch.flush();
  }
}
