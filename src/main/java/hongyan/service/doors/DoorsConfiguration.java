package hongyan.service.doors;

import hongyan.geo.city.City;
import hongyan.geo.law.Article7;
import hongyan.service.attachments.AttachmentSettings;
import hongyan.service.attachments.AttachmentStore;
import hongyan.service.database.Dialect;
import hongyan.service.doors.checks.KnownPlaces;
import hongyan.service.doors.rejects.RejectStore;
import hongyan.service.log.RecordLog;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The doors' parts. What they stand on comes from elsewhere: {@link RecordLog}, {@code
 * Supplier<KnownPlaces>}, {@link KnownRecords}, {@link AttachmentStore}, {@link Clock}, {@link
 * Article7}, {@link JdbcClient} and {@link Dialect} of the service's database.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorSettings.class)
public class DoorsConfiguration {

  @Bean
  Door door(
      RecordLog log,
      Supplier<KnownPlaces> places,
      KnownRecords known,
      Clock clock,
      ArrivalClock arrivals) {
    return new Door(Door.HTTP, log, places, known, clock, arrivals);
  }

  @Bean
  TomcatConnectorCustomizer continueOnRead() {
    return DoorsConfiguration::continueOnRead;
  }

  /** Lets a sender that asks first (Expect: 100-continue) hear of a refusal before it sends. */
  static void continueOnRead(Connector connector) {
    connector.setProperty("continueResponseTiming", "onRead");
  }

  @Bean
  Bodies bodies(DoorSettings settings) {
    return new Bodies(settings);
  }

  @Bean
  Uploads uploads(AttachmentStore store, AttachmentSettings limits, DoorSettings settings) {
    return new Uploads(store, limits, settings);
  }

  @Bean
  MessageDoor messageDoor(Door door, Uploads uploads, Article7 article7, City city) {
    return new MessageDoor(
        door,
        List.of(
            new ReadingKind(),
            new OccurrenceKind(),
            new FindingKind(code -> article7.findConduct(code).isPresent(), uploads.none()),
            new ForecastKind(city.adcode()),
            new DeviceStatusKind(),
            new CasualtyKind(uploads.none())));
  }

  @Bean
  RejectStore rejectStore(JdbcClient jdbc, Dialect dialect) {
    return new RejectStore(jdbc, dialect);
  }
}
