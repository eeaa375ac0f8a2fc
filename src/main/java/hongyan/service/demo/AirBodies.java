package hongyan.service.demo;

import hongyan.pipelines.air.Pollutant;
import hongyan.service.replay.Body;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** Writes hourly values as bodies of the contract's long table. */
record AirBodies(DemoDays days, List<SiteYear> years) {
  private static final String HEADER = "station,time,pollutant,value,unit,flag,averaging\n";

  /** Returns one body for a stretch of hours, all stations, in the order of time. */
  Body body(int fromHour, int toHour) {
    StringBuilder text = new StringBuilder(1 << 20).append(HEADER);
    int records = 0;
    for (int hour = fromHour; hour < toHour; hour++) {
      String time = DemoDays.text(days.hourEnd(hour));
      for (SiteYear year : years) {
        for (Map.Entry<Pollutant, int[]> values : year.values().entrySet()) {
          int value = values.getValue()[hour];
          if (value != SiteYear.MISSING) {
            char flag = year.flags().get(values.getKey())[hour];
            line(text, year.site().id(), time, values.getKey(), value, flag);
            records++;
          }
        }
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    LocalDateTime first = days.hourEnd(fromHour);
    return new Body("readings", "text/csv", bytes, records, DemoDays.instant(first));
  }

  private static void line(
      StringBuilder text, String station, String time, Pollutant pollutant, int value, char flag) {
    String number =
        pollutant == Pollutant.CO ? BigDecimal.valueOf(value, 1).toPlainString() : "" + value;
    text.append(station).append(',').append(time).append(',').append(pollutant.code()).append(',');
    text.append(number).append(',').append(pollutant.unit()).append(',').append(flag);
    text.append(",PT1H\n");
  }
}
