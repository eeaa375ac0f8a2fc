package hongyan.pipelines.records;

import hongyan.geo.place.Position;
import hongyan.geo.zones.Placement;
import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.Toll;
import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.forecasts.Forecast;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as the doors would hand them on, of an October on a ridge. */
public final class RecordFixtures {

  public static final Instant ARRIVAL = Instant.parse("2024-10-23T02:00:00.123456789Z");
  public static final Position RIDGE = new Position(112.15, 25.10);
  public static final String LITTLE_EGRET = "Egretta garzetta";
  public static final Placement IN_FLYWAY =
      new Placement("431127", List.of(new ZoneRef("flyway-1", ZoneKind.FLYWAY, 1, true)));

  private RecordFixtures() {}

  /** A receipt of the {@code nth} record that arrived. */
  public static Receipt receipt(int nth) {
    return receipt(nth, null);
  }

  public static Receipt receipt(int nth, @Nullable Instant modified) {
    return new Receipt(
        "http", ARRIVAL.plusSeconds(nth), modified, "00ff", nth, "{\"n\": " + nth + "}", 0);
  }

  public static Instant time(String iso) {
    return OffsetDateTime.parse(iso).toInstant();
  }

  public static Reading reading(String station, String iso, String value, int nth) {
    return new Reading(
        station,
        Pollutant.PM25,
        Averaging.PT1H,
        time(iso),
        new BigDecimal(value),
        Flag.N,
        receipt(nth));
  }

  public static Occurrence occurrence(String id, String iso, @Nullable Integer count, int nth) {
    return occurrence(id, iso, RIDGE, count, nth);
  }

  public static Occurrence occurrenceAt(String id, String iso, Position position, int nth) {
    return occurrence(id, iso, position, 1, nth);
  }

  public static Occurrence occurrence(
      String id, String iso, Position position, @Nullable Integer count, int nth) {
    return occurrence(id, LITTLE_EGRET, iso, position, 30.0, count, null, nth);
  }

  /** One fix of a tagged bird. */
  public static Occurrence fix(
      String id, String organism, String iso, Position position, double metres, int nth) {
    return occurrence(id, LITTLE_EGRET, iso, position, metres, 1, organism, nth);
  }

  public static Occurrence occurrence(
      String id,
      String name,
      String iso,
      Position position,
      @Nullable Double metres,
      @Nullable Integer count,
      @Nullable String organism,
      int nth) {
    return new Occurrence(
        id,
        name,
        null,
        time(iso),
        null,
        true,
        position,
        metres,
        count,
        "present",
        "HumanObservation",
        null,
        organism,
        null,
        null,
        receipt(nth));
  }

  /** The same record, arrived as the {@code nth}. */
  public static Occurrence at(Occurrence o, int nth) {
    return new Occurrence(
        o.occurrenceID(),
        o.scientificName(),
        o.vernacularName(),
        o.eventStart(),
        o.eventEnd(),
        o.hourKnown(),
        o.position(),
        o.coordinateUncertaintyInMeters(),
        o.individualCount(),
        o.occurrenceStatus(),
        o.basisOfRecord(),
        o.station(),
        o.organismID(),
        o.statedPlace(),
        o.sampling(),
        receipt(nth));
  }

  /** A forecast of the AQI. */
  public static Forecast forecast(String issued, String subject, String date, int aqi, int nth) {
    return forecast("bureau", issued, subject, date, aqi, nth);
  }

  public static Forecast forecast(
      String issuer, String issued, String subject, String date, int aqi, int nth) {
    BigDecimal value = BigDecimal.valueOf(aqi);
    return new Forecast(
        issuer, time(issued), subject, Forecast.AQI, date, value, value, receipt(nth));
  }

  /** Dead birds on the ridge. */
  public static Casualty casualty(String id, String iso, String species, int dead, int nth) {
    return casualty(id, iso, RIDGE, species, new Toll(dead, 0, 0, 0), nth);
  }

  public static Casualty casualty(
      String id, String iso, Position position, String species, Toll toll, int nth) {
    return new Casualty(
        id,
        time(iso),
        position,
        null,
        species,
        toll,
        null,
        null,
        null,
        "patrol",
        "found on patrol",
        null,
        List.of(),
        receipt(nth));
  }

  /** A status that says nothing but that the device is there. */
  public static DeviceStatus status(String device, String iso, int nth) {
    return new DeviceStatus(device, time(iso), null, null, null, null, null, receipt(nth));
  }

  public static Finding finding(String id, String conduct, String iso, int nth) {
    return findingAt(id, conduct, iso, RIDGE, nth);
  }

  public static Finding findingAt(
      String id, String conduct, String iso, @Nullable Position position, int nth) {
    return new Finding(
        id,
        conduct,
        time(iso),
        position,
        null,
        null,
        null,
        null,
        null,
        "patrol",
        "seen on patrol",
        null,
        null,
        receipt(nth));
  }
}
