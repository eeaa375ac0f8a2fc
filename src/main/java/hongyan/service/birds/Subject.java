package hongyan.service.birds;

import hongyan.pipelines.series.CountQuery;
import hongyan.pipelines.series.OccurrenceQuery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is asked about: the narrowest of the three that is given, else the whole city. */
record Subject(@Nullable String zone, @Nullable String county, @Nullable String station) {

  String kind() {
    return station != null ? "station" : zone != null ? "zone" : county != null ? "county" : "city";
  }

  @Nullable String id() {
    return station != null ? station : zone != null ? zone : county;
  }

  CountQuery counts(
      @Nullable String species, @Nullable String from, @Nullable String to, CountQuery.Per per) {
    return new CountQuery(kind(), id(), species, from, to, per);
  }

  OccurrenceQuery records(@Nullable String species, Instant from, Instant to) {
    return new OccurrenceQuery(
        null,
        station,
        station == null && zone == null ? county : null,
        station == null ? zone : null,
        species,
        from,
        to);
  }
}
