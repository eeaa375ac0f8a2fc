package hongyan.service.notices;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.forecasts.Baseline;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.service.database.OnBothDatabases;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class BaselineRunTest {
  private NoticesFixture stores;

  @BeforeEach
  void open(@TempDir Path folder) {
    stores = new NoticesFixture(folder);
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void putsTheEveningsBaselineOnTheLogForCityAndCounties() {
    stores.day("431100", "2024-12-19", 80);
    stores.day("431127", "2024-12-19", 40);
    stores.day("2478A", "2024-12-19", 40);
    stores.baselines.makeIfDue();
    assertThat(logged()).extracting(Forecast::subject).containsOnly("431100", "431127");
    assertThat(logged()).extracting(Forecast::issuer).containsOnly(Baseline.ISSUER);
    assertThat(logged())
        .filteredOn(f -> f.item().equals("PM2.5") && f.subject().equals("431100"))
        .extracting(f -> f.date() + " " + f.low())
        .containsExactly("2024-12-21 80", "2024-12-22 80", "2024-12-23 80");
    assertThat(stores.logged).allMatch(entry -> entry.topic().equals("forecasts"));
  }

  @Test
  void isNotMadeTwiceAnEvening() {
    stores.day("431100", "2024-12-19", 80);
    stores.baselines.makeIfDue();
    stores.series.forecasts().write(logged());
    stores.logged.clear();
    stores.baselines.makeIfDue();
    assertThat(stores.logged).isEmpty();
  }

  @Test
  void hasTheSameIdentityWheneverItIsMade() {
    stores.day("431100", "2024-12-19", 80);
    stores.baselines.make(LocalDate.parse("2024-12-20"));
    List<String> first = logged().stream().map(Forecast::identity).toList();
    stores.logged.clear();
    stores.baselines.make(LocalDate.parse("2024-12-20"));
    assertThat(logged()).extracting(Forecast::identity).isEqualTo(first);
  }

  private List<Forecast> logged() {
    return stores.logged.stream().map(entry -> (Forecast) entry.value()).toList();
  }
}
