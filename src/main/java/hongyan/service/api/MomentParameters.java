package hongyan.service.api;

import hongyan.geo.place.CivilTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Moments in a query: ISO 8601 with an offset, or a bare date, which is 00:00 of that day in
 * Asia/Shanghai. A plus sign that the address line turned into a space is taken as a plus.
 */
@Configuration(proxyBeanMethods = false)
class MomentParameters implements WebMvcConfigurer {
  private static final int DATE_LENGTH = "2024-01-01".length();

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, Instant.class, MomentParameters::instant);
  }

  private static Instant instant(String text) {
    try {
      return text.length() == DATE_LENGTH
          ? LocalDate.parse(text).atStartOfDay(CivilTime.ZONE).toInstant()
          : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s: a date, or ISO 8601 with an offset such as 2024-10-22T09:00:00+08:00, is wanted"
              .formatted(text),
          e);
    }
  }
}
