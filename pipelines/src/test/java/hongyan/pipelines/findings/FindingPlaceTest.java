package hongyan.pipelines.findings;

import static hongyan.pipelines.records.RecordFixtures.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.geo.zones.Placement;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.reference.Reference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingPlaceTest {
  private static final City CITY = City.open("yongzhou");
  private static final Reference REFERENCE =
      Reference.of(CITY.counties(), List.of(), List.of(), CITY.zones(), List.of());

  @Test
  void takesTheCountyOfTheZoneWhereAReportNamesNothingElse() {
    Placement placement = place(null, "HAB-SHUANGPAI-RIYUEHU");
    assertThat(placement.county()).isEqualTo("431123");
    assertThat(placement.zones()).extracting(ZoneRef::id).containsExactly("HAB-SHUANGPAI-RIYUEHU");
  }

  @Test
  void takesTheCountyThatTheReportNamesBeforeThatOfTheZone() {
    assertThat(place("431102", "HAB-SHUANGPAI-RIYUEHU").county()).isEqualTo("431102");
  }

  @Test
  void knowsNoPlaceForAReportThatNamesNone() {
    assertThat(place(null, null)).isEqualTo(Placement.UNKNOWN);
  }

  private static Placement place(@Nullable String county, @Nullable String zone) {
    Finding finding =
        new Finding(
            "F1",
            "net",
            Instant.parse("2025-10-22T12:00:00Z"),
            null,
            county,
            zone,
            null,
            null,
            null,
            "online",
            "",
            null,
            null,
            receipt(1));
    return FindingPlace.place(finding, REFERENCE).placement();
  }
}
