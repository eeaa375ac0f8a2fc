package hongyan.service.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.Gb3095;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every figure of the gazette of 22 October 2024 that a target may rest on stands among the
 * targets.
 */
class GazetteFiguresTest {
  private final Targets targets = InspectionFixtures.targets();

  @ParameterizedTest
  @CsvSource({
    "inspection-coverage,14",
    "inspection-groups,7",
    "counties-at-grade-ii-2020,11",
    "counties-at-grade-ii-2021,11",
    "counties-at-grade-ii-2022,11",
    "counties-at-grade-ii-2023,9",
    "counties-above-grade-ii,2",
    "pm25-rank,5",
    "good-day-rank,4",
    "voc-enterprises-screened,568",
    "voc-problems-found,269",
    "voc-problems-rectified,225",
    "blue-sky-enterprises,36",
    "blue-sky-rectified,27",
    "blue-sky-with-deadline,9",
    "city-supervision-problems,204",
    "city-supervision-rectified-at-once,178",
    "city-supervision-with-deadline,26",
    "city-supervision-cases,12",
    "petrol-vapour-found,87",
    "petrol-vapour-problems,87",
    "petrol-vapour-cases,6",
    "voc-treatment-projects,54",
    "green-factories-national,5",
    "green-factories-provincial,16",
    "heavy-pollution-transported,1",
    "sand-dust-events,3",
    "warnings-2024,1",
    "air-forecasts-2024,195",
    "daily-reviews-2024,140",
    "reminders-2024,75",
    "transport-dust-reminders-2024,25",
    "good-days-won-back,5",
    "enterprises-sealed,6",
    "typical-cases-city,6",
    "typical-cases-province,1",
    "coal-share-of-industry,74.6",
    "road-share-of-transport,90",
    "central-list-problems,46",
    "yangtze-belt-problems,5",
    "listed-problems-closed,34",
    "central-list-open,15",
    "central-list-open-shared,13",
    "central-list-open-own,2",
    "antimony-sections,3",
    "yangtze-belt-open,2",
    "soil-priority-plots,2",
    "polluted-farmland-safe-use,95.3",
    "strict-farmland-withdrawn,16700",
    "sewers-surveyed,2630",
    "sewers-rain,1239",
    "sewers-sewage,1028",
    "sewers-combined,363",
    "sewers-in-gis,1486",
    "sewers-built,291.46",
    "sewer-defects,4269",
    "sewer-defects-structural,2797",
    "sewer-defects-functional,1472",
    "sewer-wrong-connections,1210",
    "plants-low-inflow-cod,2",
    "inflow-bod,64",
    "hazardous-waste-screened,1960",
    "hazardous-waste-registered,1000",
    "hazardous-waste-acts,7",
    "hazardous-waste-fines,308600",
    "hazardous-waste-police,2",
    "environment-cases,220",
    "environment-penalties,190",
    "environment-exempt,39",
    "environment-fines,8960000",
    "rural-sewage-villages,47",
    "rural-sewage-rate-2023,34.15",
    "land-area,2226000",
    "wetland,3093.33",
    "wetland-forest-marsh,580",
    "wetland-shrub-marsh,46.67",
    "wetland-herb-marsh,6.67",
    "wetland-inland-flats,2460",
    "wetland-change,-33.33",
    "forest-cover,65.53",
    "wild-animal-species,314",
    "key-protected-species,59",
    "ecological-red-line,4347.86",
    "patrol-cells,5143",
    "patrol-points,178876",
    "forest-chief-patrols,5100",
    "counties-with-bird-catching,2"
  })
  void isDeclaredAsTheGazetteHasIt(String id, String declared) {
    assertThat(targets.find(id, Gb3095.load()).orElseThrow().declared()).isEqualTo(declared);
  }

  @ParameterizedTest
  @CsvSource({
    "soil-priority-plots,7", "strict-farmland-withdrawn,16700", "rural-sewage-villages,76",
    "rural-sewage-rate,36", "listed-problems-closed,51", "voc-problems-rectified,269"
  })
  void asksWhatTheGazetteAsks(String id, String asked) {
    assertThat(targets.find(id, Gb3095.load()).orElseThrow().target()).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({"plants-low-inflow-cod,8", "inflow-bod,40", "rural-sewage-rate,34.15"})
  void knowsWhatWasBefore(String id, String baseline) {
    assertThat(targets.find(id, Gb3095.load()).orElseThrow().baseline()).isEqualTo(baseline);
  }
}
