package hongyan.geo.files;

import static hongyan.geo.files.FileFixtures.GBK;
import static hongyan.geo.files.FileFixtures.dbf;
import static hongyan.geo.files.FileFixtures.gpkgPolygon;
import static hongyan.geo.files.FileFixtures.polygon;
import static hongyan.geo.files.FileFixtures.reversed;
import static hongyan.geo.files.FileFixtures.shapefile;
import static hongyan.geo.files.FileFixtures.shp;
import static hongyan.geo.files.FileFixtures.square;
import static hongyan.geo.files.FileFixtures.utf8;
import static hongyan.geo.files.FileFixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.geo.place.Shape;
import hongyan.geo.zones.GeometryFault;
import hongyan.geo.zones.ZoneGeometry;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolygonFileTest {
  private static final byte[] TABLE = dbf(GBK, List.of("编号", "名称"), List.of(List.of("Z1", "南风坳")));
  private static final String KML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>
        <Placemark id="P1"><name>通道</name>
          <ExtendedData><Data name="kind"><value>flyway</value></Data>
            <SchemaData><SimpleData name="document">永林发1号</SimpleData></SchemaData></ExtendedData>
          <MultiGeometry>
            <Polygon><outerBoundaryIs><LinearRing><coordinates>
              112,25,0 112.1,25,0 112.1,25.1,0 112,25.1,0 112,25,0</coordinates></LinearRing></outerBoundaryIs>
              <innerBoundaryIs><LinearRing><coordinates>
              112.02,25.02 112.04,25.02 112.04,25.04 112.02,25.02</coordinates></LinearRing></innerBoundaryIs></Polygon>
            <Polygon><outerBoundaryIs><LinearRing><coordinates>
              112.2,25 112.3,25 112.3,25.1 112.2,25</coordinates></LinearRing></outerBoundaryIs></Polygon>
          </MultiGeometry>
        </Placemark>
      </Folder></Document></kml>
      """;

  private static PolygonFile read(byte[] bytes) {
    return PolygonFile.read(bytes, null, null);
  }

  private static String faultOf(byte[] bytes) {
    try {
      read(bytes);
      return "none";
    } catch (UnreadableFile e) {
      return e.rule();
    }
  }

  @Test
  void readsGeoJsonWithTheLineOfEachFeature() {
    PolygonFile file =
        read(
            utf8(
                """
                {"type":"FeatureCollection",
                 "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}},
                 "features":[
                  {"type":"Feature","properties":{"id":"A"},
                   "geometry":{"type":"Polygon","coordinates":[[[112,25],[112.1,25],[112,25.1],[112,25]]]}},
                  {"type":"Feature","properties":{"id":"B"},"geometry":null}]}
                """));
    assertThat(file.format()).isEqualTo(FileFormat.GEOJSON);
    assertThat(file.datum()).isEqualTo("CGCS2000");
    assertThat(file.features()).extracting(PolygonFile.Feature::line).containsExactly(4, 6);
    assertThat(Shape.of(file.features().get(0).geometry()).covers(new Position(112.01, 25.01)))
        .isTrue();
    assertThat(file.features().get(1).geometry()).isEqualTo("null");
  }

  @Test
  void readsAllPolygonsOfAPlacemarkWithItsData() {
    PolygonFile.Feature feature = read(utf8(KML)).features().get(0);
    assertThat(feature.line()).isEqualTo(3);
    assertThat(feature.properties().toString())
        .isEqualTo("{\"id\":\"P1\",\"name\":\"通道\",\"kind\":\"flyway\",\"document\":\"永林发1号\"}");
    Shape shape = Shape.of(feature.geometry());
    assertThat(shape.covers(new Position(112.25, 25.02))).isTrue();
    assertThat(shape.covers(new Position(112.035, 25.025))).as("in the hole").isFalse();
  }

  @Test
  void readsTheKmlOfAKmz() {
    PolygonFile file = read(zip(Map.of("doc.kml", utf8(KML))));
    assertThat(file.format()).isEqualTo(FileFormat.KMZ);
    assertThat(file.features()).hasSize(1);
  }

  @Test
  void readsAShapefileInAStripWithPrefixAndChineseNames() {
    // cs2cs of PROJ 9.1: EPSG:4525 E 37560000.123 N 2850000.456 = 111.5980616763 25.7565562046
    double[][] ring = square(37_560_000.123, 2_850_000.456, 500);
    PolygonFile file = read(shapefile(polygon(ring), TABLE, FileFixtures.PRJ_ZONE_37, null));
    assertThat(file.format()).isEqualTo(FileFormat.SHAPEFILE);
    assertThat(file.features().get(0).properties().path("名称").asString()).isEqualTo("南风坳");
    Shape shape = Shape.of(file.features().get(0).geometry());
    assertThat(shape.metresFromBorder(new Position(111.5980616763, 25.7565562046)))
        .isBetween(499.9, 500.1);
    // A square kilometre in the plane; the strip's scale there is 1 + 4.4e-5.
    assertThat(shape.hectares()).isBetween(99.98, 100.0);
  }

  @Test
  void takesAClockwiseRingAsShellAndTheOthersAsHolesOfTheShellThatHoldsThem() {
    double[][] left = square(111.5, 25.5, 0.1);
    double[][] right = square(111.8, 25.5, 0.1);
    double[][] hole = reversed(square(111.8, 25.5, 0.02));
    PolygonFile file =
        PolygonFile.read(
            shapefile(polygon(left, hole, right), TABLE, null, "GBK"), "CGCS2000", null);
    Shape shape = Shape.of(file.features().get(0).geometry());
    assertThat(shape.covers(new Position(111.8, 25.5))).as("in the hole").isFalse();
    assertThat(shape.covers(new Position(111.75, 25.5))).isTrue();
    assertThat(shape.covers(new Position(111.5, 25.5))).isTrue();
  }

  @Test
  void leavesAHoleThatNoShellHoldsForTheCheckToFind() {
    double[][] shell = square(111.5, 25.5, 0.1);
    double[][] hole = reversed(square(111.8, 25.5, 0.02));
    String geometry =
        read(shapefile(polygon(shell, hole), TABLE, null, null)).features().get(0).geometry();
    assertThat(ZoneGeometry.check(geometry))
        .singleElement()
        .satisfies(fault -> assertThat(fault.rule()).isEqualTo("hole-outside"));
  }

  @Test
  void readsAGeoPackageByItsOwnReferenceSystem(@TempDir Path folder) {
    double[][] ring = square(430_000, 2_900_000, 1_000);
    byte[] bytes =
        FileFixtures.geoPackage(
            folder,
            4547,
            List.<String[]>of(new String[] {"G1", "栖息地一", "栖息地"}),
            List.of(gpkgPolygon(ring)));
    PolygonFile file = read(bytes);
    assertThat(file.format()).isEqualTo(FileFormat.GEOPACKAGE);
    assertThat(file.datum()).isEqualTo("CGCS2000-GK-CM114");
    assertThat(file.features().get(0).properties().path("编号").asString()).isEqualTo("G1");
    assertThat(Shape.of(file.features().get(0).geometry()).hectares()).isBetween(399.8, 400.2);
  }

  @Test
  void doesNotCloseAnOpenRingOfAGeoPackage(@TempDir Path folder) {
    double[][] open = {{111.5, 25.5}, {111.6, 25.5}, {111.6, 25.6}, {111.5, 25.6}};
    byte[] bytes =
        FileFixtures.geoPackage(
            folder,
            4490,
            List.<String[]>of(new String[] {"G1", "n", "habitat"}),
            List.of(gpkgPolygon(open)));
    assertThat(ZoneGeometry.check(read(bytes).features().get(0).geometry()))
        .extracting(GeometryFault::rule)
        .containsExactly("ring-not-closed");
  }

  /** Expected by cs2cs of PROJ 9.1, EPSG to EPSG:4490. */
  @ParameterizedTest
  @CsvSource({
    "CGCS2000-GK-CM111, 500000, 2800000, 111.0, 25.3064389755",
    "EPSG:4546, 560000.123, 2850000.456, 111.5980616763, 25.7565562046",
    "CGCS2000-GK-37, 37560000.123, 2850000.456, 111.5980616763, 25.7565562046",
    "CGCS2000-GK-37, 560000.123, 2850000.456, 111.5980616763, 25.7565562046",
    "cgcs2000 / 3-degree GK zone 38, 38330000.5, 2900000.25, 112.2992807890, 26.1990400669",
    "EPSG:4547, 330000.5, 2900000.25, 112.2992807890, 26.1990400669"
  })
  void convertsEachStripToAMillimetre(String system, double x, double y, double lon, double lat) {
    Position at = CoordinateSystem.find(system).orElseThrow().toWgs84(x, y);
    assertThat(Geodesy.metres(at, new Position(lon, lat))).isLessThan(0.001);
  }

  @Test
  void saysThatAnEastingCarriesAnotherStrip() {
    assertThatThrownBy(
            () -> CoordinateSystem.find("CGCS2000-GK-37").orElseThrow().toWgs84(38_500_000, 2.8e6))
        .hasMessageContaining("carries the strip 38");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROJCS[\"Xian_1980_3_Degree_GK_Zone_37\",GEOGCS[\"GCS_Xian_1980\",DATUM[\"D_Xian_1980\","
            + "SPHEROID[\"Xian_1980\",6378140.0,298.257]]],PROJECTION[\"Gauss_Kruger\"]]",
        "GEOGCS[\"GCS_Beijing_1954\",DATUM[\"D_Beijing_1954\",SPHEROID[\"Krasovsky_1940\",6378245.0,298.3]]]"
      })
  void refusesByNameADatumThatCannotBeConverted(String prj) {
    assertThatThrownBy(() -> read(shapefile(polygon(square(111.5, 25.5, 0.1)), TABLE, prj, null)))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("cannot be converted")
        .hasMessageContainingAll("WGS 84", "CGCS2000");
  }

  @Test
  void refusesAZipThatNamesFilesOutsideItself() {
    assertThat(faultOf(zip(Map.of("../../etc/zones.shp", new byte[1])))).isEqualTo("unsafe-path");
    assertThat(faultOf(zip(Map.of("a\\..\\zones.shp", new byte[1])))).isEqualTo("unsafe-path");
    assertThat(faultOf(zip(Map.of("/zones.shp", new byte[1])))).isEqualTo("unsafe-path");
    assertThat(faultOf(zip(Map.of("C:zones.shp", new byte[1])))).isEqualTo("unsafe-path");
  }

  @Test
  void refusesAZipThatUnpacksToManyTimesItsSize() {
    assertThat(faultOf(zip(Map.of("zones.shp", new byte[20 << 20])))).isEqualTo("too-large");
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 300; i++) {
      many.put("f" + i, new byte[0]);
    }
    assertThat(faultOf(zip(many))).isEqualTo("too-large");
  }

  @Test
  void refusesWhatIsNoMapByName() {
    assertThat(faultOf(new byte[] {(byte) 0x89, 'P', 'N', 'G'})).isEqualTo("unknown-format");
    assertThat(faultOf(zip(Map.of("photo.jpg", new byte[1])))).isEqualTo("unknown-format");
    assertThat(faultOf(utf8("  "))).isEqualTo("empty");
    assertThat(faultOf(utf8("{\"type\":\"FeatureCollection\",\"features\":[]}")))
        .isEqualTo("no-features");
    assertThat(faultOf(utf8("{\"type\":"))).isEqualTo("broken-geojson");
    assertThat(faultOf(utf8("<html/>"))).isEqualTo("broken-kml");
    assertThat(
            faultOf(
                utf8("<!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml>&x;</kml>")))
        .isEqualTo("broken-kml");
    assertThat(faultOf(utf8("SQLite format 3\0 but nothing else"))).isEqualTo("broken-geopackage");
  }

  @Test
  void refusesAShapefileThatIsCutOff() {
    byte[] whole = shp(polygon(square(111.5, 25.5, 0.1)));
    for (int length = 100; length < whole.length; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(faultOf(zip(Map.of("zones.shp", cut))))
          .as("%d bytes", length)
          .isIn("broken-shapefile", "no-features");
    }
  }

  @Test
  void asksWhichOfSeveralLayersIsMeant() {
    byte[] shape = shp(polygon(square(111.5, 25.5, 0.1)));
    byte[] two = zip(Map.of("a.shp", shape, "b.shp", shape));
    assertThatThrownBy(() -> read(two)).hasMessageContaining("a").hasMessageContaining("layer=");
    assertThat(PolygonFile.read(two, null, "b").features()).hasSize(1);
  }

  @Test
  void refusesMorePointsThanItCanHold() {
    String many = "[112,25],".repeat(900_000);
    assertThat(
            faultOf(utf8("{\"type\":\"MultiPoint\",\"coordinates\":[%s[112,25]]}".formatted(many))))
        .isEqualTo("too-many-points");
  }
}
