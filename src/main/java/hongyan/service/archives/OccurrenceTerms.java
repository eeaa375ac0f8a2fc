package hongyan.service.archives;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.Sampling;
import hongyan.pipelines.birds.StatedPlace;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of an archive of bird records. Values have no tabs and no line ends. */
final class OccurrenceTerms {
  private static final String DARWIN_CORE = "http://rs.tdwg.org/dwc/terms/";
  private static final String DUBLIN_CORE = "http://purl.org/dc/terms/";

  /** One column: the term's URI and what a record has there; null is an empty cell. */
  record Term(String uri, Function<Released, @Nullable Object> value) {
    String name() {
      return uri.substring(uri.lastIndexOf('/') + 1);
    }
  }

  static final List<Term> ALL =
      List.of(
          term("occurrenceID", r -> r.occurrence().occurrenceID()),
          term("basisOfRecord", r -> r.occurrence().basisOfRecord()),
          term("scientificName", r -> r.occurrence().scientificName()),
          term("vernacularName", r -> r.occurrence().vernacularName()),
          term("eventDate", r -> eventDate(r.occurrence())),
          term("decimalLongitude", r -> plain(r.position().lon())),
          term("decimalLatitude", r -> plain(r.position().lat())),
          term("geodeticDatum", r -> "EPSG:4326"),
          term("coordinateUncertaintyInMeters", r -> plain(r.uncertainty())),
          term("individualCount", r -> r.occurrence().individualCount()),
          term("occurrenceStatus", r -> r.occurrence().occurrenceStatus()),
          term("locationID", r -> r.unlessWithheld(r.occurrence().station())),
          term("organismID", r -> r.unlessWithheld(r.occurrence().organismID())),
          term("countryCode", r -> place(r, StatedPlace::countryCode)),
          term("county", r -> place(r, StatedPlace::county)),
          term("eventID", r -> r.unlessWithheld((String) sampling(r, Sampling::eventID))),
          term("samplingProtocol", r -> sampling(r, Sampling::samplingProtocol)),
          term("samplingEffort", r -> sampling(r, Sampling::samplingEffort)),
          term("sampleSizeValue", r -> plain((BigDecimal) sampling(r, Sampling::sampleSizeValue))),
          term("sampleSizeUnit", r -> sampling(r, Sampling::sampleSizeUnit)),
          term("dataGeneralizations", Released::generalised),
          term("informationWithheld", Released::withheld),
          new Term(DUBLIN_CORE + "modified", r -> moment(r.occurrence().receipt().modified())));

  private OccurrenceTerms() {}

  private static Term term(String name, Function<Released, @Nullable Object> value) {
    return new Term(DARWIN_CORE + name, value);
  }

  /** Whole days as dates, their end inclusive; everything else as moments with their offset. */
  static String eventDate(Occurrence occurrence) {
    ZonedDateTime start = occurrence.eventStart().atZone(CivilTime.ZONE);
    if (occurrence.eventEnd() == null) {
      return text(start);
    }
    ZonedDateTime end = occurrence.eventEnd().atZone(CivilTime.ZONE);
    if (occurrence.hourKnown() || !isMidnight(start) || !isMidnight(end)) {
      return text(start) + "/" + text(end);
    }
    String first = start.toLocalDate().toString();
    String last = end.toLocalDate().minusDays(1).toString();
    return first.equals(last) ? first : first + "/" + last;
  }

  private static boolean isMidnight(ZonedDateTime time) {
    return time.equals(time.toLocalDate().atStartOfDay(CivilTime.ZONE));
  }

  private static @Nullable String moment(@Nullable Instant moment) {
    return moment == null ? null : text(moment.atZone(CivilTime.ZONE));
  }

  private static String text(ZonedDateTime time) {
    return time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static @Nullable String plain(@Nullable Double value) {
    return value == null ? null : plain(BigDecimal.valueOf(value).stripTrailingZeros());
  }

  private static @Nullable String plain(@Nullable BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }

  private static @Nullable Object place(
      Released released, Function<StatedPlace, @Nullable String> part) {
    StatedPlace stated = released.occurrence().statedPlace();
    return stated == null ? null : part.apply(stated);
  }

  private static @Nullable Object sampling(
      Released released, Function<Sampling, @Nullable Object> part) {
    Sampling sampling = released.occurrence().sampling();
    return sampling == null ? null : part.apply(sampling);
  }
}
