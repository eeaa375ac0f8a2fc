package hongyan.service.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.geo.patrol.PatrolPoint;
import hongyan.geo.place.Position;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.database.ServiceDatabase;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class PatrolStoreTest {
  private static final City CITY = City.open("yongzhou");
  private static final Position PASS = new Position(112.0942, 25.2584);

  private PatrolStore store;
  private PatrolLayer layer;

  @BeforeEach
  void open(@TempDir Path folder) {
    store = PatrolFixture.store(ServiceDatabase.in(folder).source());
    layer = new PatrolLayer(store);
  }

  private static PatrolPoint point(String id, String cell) {
    return new PatrolPoint(id, "ordinary", PASS, cell, "431127");
  }

  private static PointForms read(String body) {
    PointForms forms = new PointForms(CITY.counties());
    forms.read(body.getBytes(StandardCharsets.UTF_8));
    return forms;
  }

  @Test
  void entersPointsAndChangesThem() {
    layer.put(List.of(point("B", "C1"), point("A", "C1")), false);
    assertThat(layer.findNearest(PASS).orElseThrow().point().id()).isEqualTo("A");
    layer.put(List.of(point("A", "C2")), false);
    assertThat(store.listPoints()).containsExactly(point("A", "C2"), point("B", "C1"));
    layer.put(List.of(point("C", "C3")), true);
    assertThat(layer.snapshot().index().points()).containsExactly(point("C", "C3"));
  }

  @Test
  void givesTheMapPairsOfFloatsAndATagThatChangesWithThem() {
    layer.put(List.of(point("A", "C1")), false);
    PatrolLayer.Snapshot before = layer.snapshot();
    ByteBuffer floats = ByteBuffer.wrap(before.floats()).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(floats.getFloat()).isEqualTo(112.0942f);
    assertThat(floats.getFloat()).isEqualTo(25.2584f);
    layer.put(List.of(point("A", "C9")), false);
    assertThat(layer.snapshot().tag()).as("same places").isEqualTo(before.tag());
    layer.put(List.of(point("B", "C1")), false);
    assertThat(layer.snapshot().tag()).isNotEqualTo(before.tag());
  }

  @Test
  void keepsAVisitOnceAndTellsTheLastOfEachCell() {
    Instant early = Instant.parse("2026-10-01T00:00:00Z");
    Instant late = Instant.parse("2026-10-02T00:00:00Z");
    var first = new PatrolStore.Visit("v1", "A", "C1", early, "p", "");
    assertThat(store.add(first, late)).isTrue();
    assertThat(store.add(first, late)).isFalse();
    store.add(new PatrolStore.Visit("v2", "B", "C1", late, "p", ""), late);
    assertThat(store.lastVisits()).isEqualTo(Map.of("C1", late));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,kind,lon,lat,cell\nP1,old-tree,112.0942,25.2584,C1\n",
        "\uFEFFcell,county,lat,lon,kind,id\nC1,431127,25.2584,112.0942,old-tree,P1\n",
        "{\"id\":\"P1\",\"kind\":\"old-tree\",\"lon\":112.0942,\"lat\":25.2584,\"cell\":\"C1\"}\n\n",
        "[{\"id\":\"P1\",\"kind\":\"old-tree\",\"position\":{\"type\":\"Point\",\"coordinates\":[112.0942,25.2584]},\"cell\":\"C1\"}]",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":\"P1\",\"kind\":\"old-tree\",\"cell\":\"C1\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[112.0942,25.2584]}}]}"
      })
  void readsEveryForm(String body) {
    PointForms forms = read(body);
    assertThat(forms.faults()).isEmpty();
    assertThat(forms.points())
        .containsExactly(new PatrolPoint("P1", "old-tree", PASS, "C1", "431127"));
  }

  @Test
  void namesEachWrongLineAndTakesTheOthers() {
    PointForms forms =
        read(
            """
            id,kind,lon,lat,cell,county
            P1,ordinary,112.0942,25.2584,C1,431127
            P2,hill,112.0942,25.2584,C1,
            P3,ordinary,north,25.2584,C1,
            P4,ordinary,112.0942,25.2584,,
            P5,ordinary,112.0942,25.2584,C1,431102
            P1,ordinary,112.0942,25.2584,C2,
            """);
    assertThat(forms.points())
        .containsExactly(new PatrolPoint("P1", "ordinary", PASS, "C2", "431127"));
    assertThat(forms.doubled()).isEqualTo(1);
    assertThat(forms.faults())
        .extracting(fault -> fault.line() + " " + fault.rule())
        .containsExactly(
            "3 not-in-vocabulary",
            "4 coordinate-invalid",
            "5 required-field-missing",
            "6 other-county");
  }

  @Test
  void saysWhatAHeaderLacks() {
    assertThat(read("id,lon,lat\nP1,112,25\n").faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.rule()).isEqualTo("missing-header"));
  }
}
