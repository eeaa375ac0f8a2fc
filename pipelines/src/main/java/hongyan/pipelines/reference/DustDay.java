package hongyan.pipelines.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day whose air was under sand or dust by the official list (沙尘天气过程影响): the national centre
 * decides it (环办监测〔2016〕120号), never the platform. The whole city's.
 *
 * @param date civil date, yyyy-MM-dd
 * @param document the list or letter that says so
 */
public record DustDay(String date, String document, @Nullable String note) {

  /** Throws {@link java.time.DateTimeException} for what is no date. */
  public DustDay {
    LocalDate.parse(date);
  }
}
