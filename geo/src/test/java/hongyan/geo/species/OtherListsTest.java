package hongyan.geo.species;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the table against the lists of others, where they are at hand. */
class OtherListsTest {
  private static final SpeciesTable TABLE = Species.load();
  private static final LocalDate DAY = LocalDate.parse("2025-10-22");

  @Test
  void knowsEverySpeciesOfTheChinaBirdReportByItsThreeNames() throws IOException {
    List<String[]> rows = rows("china_birds_birdreport_2024.csv");
    assertThat(rows).hasSize(TABLE.list().size());
    for (String[] row : rows) {
      Species found = TABLE.find(row[2]).orElseThrow(() -> new AssertionError(row[2]));
      assertThat(TABLE.find(row[1])).as(row[1]).contains(found);
      assertThat(TABLE.find(row[3])).as(row[3]).contains(found);
      assertThat(found.family().orderZh()).as(row[1]).isEqualTo(row[4]);
      assertThat(found.family().nameZh()).as(row[1]).isEqualTo(row[5]);
    }
  }

  @Test
  void givesEveryWildSpeciesOfTheShanghaiListTheClassThatItHasThere() throws IOException {
    int checked = 0;
    for (String[] row : rows("shanghai_checklist_2025.csv")) {
      // D, E, F: doubtful records, lost ones and escapes.
      if (!"ABC".contains(row[1]) || TABLE.find(row[3]).isEmpty()) {
        continue;
      }
      Species found = TABLE.find(row[3]).orElseThrow();
      ProtectionClass level = TABLE.protection(found, DAY).level();
      String theirs = level == null ? "" : level == ProtectionClass.I ? "1" : "2";
      assertThat(theirs).as(row[3]).isEqualTo(row[10]);
      assertThat(TABLE.find(row[5])).as(row[5]).contains(found);
      checked++;
    }
    assertThat(checked).isGreaterThan(480);
  }

  private static List<String[]> rows(String file) throws IOException {
    Path list = SharedData.file("birds/lists/" + file);
    return Files.readAllLines(list).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }
}
