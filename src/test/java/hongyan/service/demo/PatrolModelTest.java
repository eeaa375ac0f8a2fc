package hongyan.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PatrolModelTest {
  private static final City CITY = City.open("yongzhou");
  private static final Instant AT = Instant.parse("2026-10-01T00:00:00Z");

  @Test
  void makesAsManyPointsInAsManyCellsAsTheBureauReported() {
    List<String[]> rows =
        PatrolModel.csv(CITY, AT, 2026).lines().skip(1).map(line -> line.split(",", -1)).toList();
    assertThat(rows).hasSize(178_876);
    assertThat(rows.stream().map(row -> row[0]).distinct().count()).isEqualTo(178_876);
    assertThat(rows.stream().map(row -> row[4]).distinct().count()).isEqualTo(5_143);
    Map<String, Long> kinds =
        rows.stream().collect(Collectors.groupingBy(row -> row[1], Collectors.counting()));
    assertThat(kinds).containsOnlyKeys("ordinary", "old-tree", "corridor");
    assertThat(kinds.get("corridor")).isGreaterThan(1_000);
    assertThat(rows.stream().map(row -> row[5]).collect(Collectors.toSet()))
        .as("every county has some, and every point lies in one")
        .hasSize(11)
        .doesNotContain("");
  }

  @Test
  void makesTheSameOfTheSameSeedOnly() {
    String first = PatrolModel.csv(CITY, AT, 1);
    assertThat(PatrolModel.csv(CITY, AT, 1)).isEqualTo(first);
    assertThat(Arrays.hashCode(PatrolModel.csv(CITY, AT, 2).toCharArray()))
        .isNotEqualTo(Arrays.hashCode(first.toCharArray()));
  }
}
