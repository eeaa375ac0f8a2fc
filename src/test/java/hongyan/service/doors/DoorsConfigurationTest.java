package hongyan.service.doors;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.geo.law.Article7;
import hongyan.service.accounts.PeopleFixture;
import hongyan.service.accounts.Permissions;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.attachments.AttachmentSettings;
import hongyan.service.attachments.AttachmentStore;
import hongyan.service.database.Dialect;
import hongyan.service.doors.checks.KnownPlaces;
import hongyan.service.doors.checks.TestPlaces;
import hongyan.service.log.RecordLog;
import java.time.Clock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.unit.DataSize;

class DoorsConfigurationTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withUserConfiguration(
              Rest.class, DoorsConfiguration.class, IngestController.class, RejectController.class);

  /** What the doors stand on. */
  @Configuration(proxyBeanMethods = false)
  static class Rest {
    @Bean
    WhoAsks whoAsks() {
      return PeopleFixture.OPERATOR;
    }

    @Bean
    Permissions permissions() {
      return new Permissions();
    }

    @Bean
    RecordLog log() {
      return new MemoryLog();
    }

    @Bean
    Supplier<KnownPlaces> places() {
      return TestPlaces::new;
    }

    @Bean
    KnownRecords known() {
      return new Stored();
    }

    @Bean
    AttachmentStore attachments() {
      return TestDoor.Attachments.store();
    }

    @Bean
    AttachmentSettings attachmentSettings() {
      return TestDoor.Attachments.LIMITS;
    }

    @Bean
    Clock clock() {
      return TestDoor.CLOCK;
    }

    @Bean
    ArrivalClock arrivals() {
      return new ArrivalClock(TestDoor.CLOCK);
    }

    @Bean
    Article7 article7() {
      return Article7.load();
    }

    @Bean
    City city() {
      return City.open("yongzhou");
    }

    @Bean
    Dialect dialect() {
      return Dialect.SQLITE;
    }

    @Bean
    JdbcClient jdbc() {
      return JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite::memory:"));
    }
  }

  @Test
  void wiresTheDoorsWithTheirUsualSettings() {
    runner.run(
        context -> {
          assertThat(context).hasSingleBean(IngestController.class);
          assertThat(context).hasSingleBean(RejectController.class);
          assertThat(context.getBean(DoorSettings.class).maxBody())
              .isEqualTo(DataSize.ofMegabytes(32));
        });
  }

  @Test
  void refusesToStartWithALargestBodyOfNothing() {
    runner
        .withPropertyValues("hongyan.doors.max-body=0B")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("hongyan.doors.max-body"));
  }
}
