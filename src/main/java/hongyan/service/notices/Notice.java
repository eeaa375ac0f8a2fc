package hongyan.service.notices;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of the environment bureau about one civil day: what it rests on, and the text that
 * people may change before they issue it.
 *
 * @param date yyyy-MM-dd
 * @param facts as they were in the stores at {@code madeAt}; frozen once it is issued
 * @param text in Chinese
 * @param textEn in English
 */
record Notice(Kind kind, String date, Instant madeAt, Facts facts, String text, String textEn) {

  /** The documents that the bureau writes. */
  enum Kind {
    DAILY_REVIEW("daily-review", "空气质量日研判", "Daily air-quality review"),
    FORECAST_BULLETIN("forecast-bulletin", "空气质量预报", "Air-quality forecast bulletin");

    private final String code;
    private final String title;
    private final String titleEn;

    Kind(String code, String title, String titleEn) {
      this.code = code;
      this.title = title;
      this.titleEn = titleEn;
    }

    String code() {
      return code;
    }

    String title() {
      return title;
    }

    String titleEn() {
      return titleEn;
    }
  }

  /**
   * What a document rests on.
   *
   * @param areas the city first, then its counties
   * @param expected the forecasts that counted on that day, by area and day
   * @param alerts the pollution alerts that happened on that day
   */
  record Facts(List<AreaDay> areas, List<Expected> expected, List<Event> alerts) {

    Facts {
      areas = List.copyOf(areas);
      expected = List.copyOf(expected);
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * The observed day of an area.
   *
   * @param aqi null where there is none
   * @param level the level's name, null with {@code aqi}
   * @param standard null where nothing was measured
   */
  record AreaDay(
      String adcode,
      String name,
      @Nullable Integer aqi,
      @Nullable String level,
      @Nullable String levelEn,
      List<String> primary,
      @Nullable String standard) {}

  /** The AQI that is expected of an area on a day. */
  record Expected(
      String adcode,
      String name,
      String date,
      BigDecimal low,
      BigDecimal high,
      String level,
      String levelEn,
      String issuer,
      Instant issuedAt,
      boolean official) {}

  /** An alert, with the first fact that it rests on. */
  record Event(String id, String conduct, Instant time, String fact, String factEn) {}

  /** Returns the same document with another text; null keeps the one that is there. */
  Notice withText(@Nullable String chinese, @Nullable String english) {
    return new Notice(
        kind,
        date,
        madeAt,
        facts,
        chinese == null ? text : chinese,
        english == null ? textEn : english);
  }
}
