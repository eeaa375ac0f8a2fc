package hongyan.service.doors.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.service.doors.rejects.Rule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NationalArchiveTest {
  private final Collected found = new Collected();

  @Test
  void makesOneReadingOfEachFilledCell() {
    read("date,hour,type,2477A,2478A\n20180220,7,PM2.5,110,\n20180220,23,CO,1.2,0.9\n");
    assertThat(found.items).hasSize(3);
    Item first = found.items.get(0);
    assertThat(first.line()).isEqualTo(2);
    assertThat(first.column()).isEqualTo("2477A");
    assertThat(first.raw()).isEqualTo("date,hour,type,2477A\n20180220,7,PM2.5,110");
    assertThat(first.cells())
        .containsEntry("station", plain("2477A"))
        .containsEntry("time", plain("2018-02-20T07:00:00+08:00"))
        .containsEntry("pollutant", plain("PM2.5"))
        .containsEntry("unit", plain("µg/m³"))
        .containsEntry("value", plain("110"));
    assertThat(found.items.get(2).cells())
        .containsEntry("station", plain("2478A"))
        .containsEntry("time", plain("2018-02-20T23:00:00+08:00"))
        .containsEntry("unit", plain("mg/m³"));
  }

  @Test
  void countsDerivedFiguresAndLeavesThemAside() {
    read(
        "date,hour,type,2477A,2478A\n"
            + "20180220,7,AQI,145,\n"
            + "20180220,7,PM2.5_24h,90,91\n"
            + "20180220,7,O3_8h,40,41\n"
            + "20180220,7,O3_8h_24h,40,41\n"
            + "20180220,7,O3,30,31\n");
    assertThat(found.derived).isEqualTo(7);
    assertThat(found.items).hasSize(2);
    assertThat(found.refusals).isEmpty();
  }

  @Test
  void refusesTheColumnOfAnUnknownStationOnce() {
    read(
        "date,hour,type,1001A,2477A\n20180220,7,PM2.5,5,6\n20180220,7,AQI,5,6\n20180220,8,SO2,7,\n");
    assertThat(found.items).hasSize(1);
    assertThat(found.faults()).containsExactly("1 1001A unknown-station");
    assertThat(found.refusals.get(0).records()).isEqualTo(2);
    assertThat(found.refusals.get(0).raw())
        .isEqualTo("date,hour,type,1001A\n20180220,7,PM2.5,5\n20180220,8,SO2,7");
  }

  @Test
  void refusesLinesWhoseKeysAreWrongAndCountsTheirCells() {
    read(
        "date,hour,type,2477A,2478A\n"
            + "20180230,7,PM2.5,1,2\n"
            + "20180220,24,PM2.5,1,\n"
            + "20180220,7,PM1,1,2\n"
            + "2018-02-20,7,CO,1,2\n"
            + "20180220,7,CO,1\n");
    assertThat(found.faults())
        .containsExactly(
            "2 date time-invalid",
            "3 hour time-invalid",
            "4 type unknown-figure",
            "5 date time-invalid",
            "6 null ragged-line");
    assertThat(found.refusals).extracting("records").containsExactly(2, 1, 2, 2, 1);
    assertThat(found.items).isEmpty();
  }

  @Test
  void refusesAMissingHeader() {
    assertThatThrownBy(() -> read("date,type,2477A\n20180220,CO,1\n"))
        .isInstanceOfSatisfying(
            BodyFault.class,
            fault -> {
              assertThat(fault.fault().rule()).isEqualTo(Rule.MISSING_HEADER);
              assertThat(fault.fault().field()).isEqualTo("hour");
            });
  }

  @Test
  void isToldFromTheLongFormByItsHeader() {
    assertThat(NationalArchive.isHeader(List.of("date", "hour", "type", "x"))).isTrue();
    assertThat(NationalArchive.isHeader(List.of("date", "type", "x"))).isTrue();
    assertThat(NationalArchive.isHeader(List.of("station", "time", "date"))).isFalse();
    assertThat(NationalArchive.isHeader(List.of("a", "b"))).isFalse();
  }

  private void read(String body) {
    NationalArchive.read(Table.ofCommas(body), Set.of("2477A", "2478A")::contains, found);
  }

  private static Cell plain(String text) {
    return new Cell(Cell.Kind.PLAIN, text);
  }
}
