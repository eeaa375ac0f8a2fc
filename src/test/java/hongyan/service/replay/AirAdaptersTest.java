package hongyan.service.replay;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.Position;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AirAdaptersTest {
  private static final String PRSA_HEADER =
      "\"No\",\"year\",\"month\",\"day\",\"hour\",\"PM2.5\",\"PM10\",\"SO2\",\"NO2\",\"CO\",\"O3\","
          + "\"TEMP\",\"PRES\",\"DEWP\",\"RAIN\",\"wd\",\"WSPM\",\"station\"\r\n";

  @Test
  void takesPrsaHoursAsBeijingTimeAndCarbonMonoxideInMilligrams() throws IOException {
    Gathered read =
        Gathered.read(
            PRSA_HEADER
                + "1,2014,2,15,0,61.5,70,5,NA,850,88,0.1,1021,-18,0,\"NW\",4.4,\"Gucheng\"\r\n");

    assertThat(read.text())
        .isEqualTo(
            """
            station,time,pollutant,value,unit,flag,averaging
            PRSA-Gucheng,2014-02-15T00:00:00+08:00,PM2.5,61.5,µg/m³,N,PT1H
            PRSA-Gucheng,2014-02-15T00:00:00+08:00,PM10,70,µg/m³,N,PT1H
            PRSA-Gucheng,2014-02-15T00:00:00+08:00,SO2,5,µg/m³,N,PT1H
            PRSA-Gucheng,2014-02-15T00:00:00+08:00,O3,88,µg/m³,N,PT1H
            PRSA-Gucheng,2014-02-15T00:00:00+08:00,CO,0.850,mg/m³,N,PT1H
            """);
    assertThat(read.records()).isEqualTo(5);
    assertThat(read.notTaken).containsEntry("NA in the file", 1);
    assertThat(read.bodies.get(0).firstTime()).isEqualTo(Instant.parse("2014-02-14T16:00:00Z"));
    assertThat(read.stations)
        .containsExactly(
            new MetStation("PRSA-Gucheng", "Gucheng (PRSA)", new Position(116.184, 39.914)));
  }

  @Test
  void sendsAValueThatIsNoNumberAsItStandsForTheDoorToRefuse() throws IOException {
    Gathered read =
        Gathered.read(
            PRSA_HEADER + "1,2014,2,15,1,?,7,5,6,many,8,0,1,1,0,\"NW\",4,\"Nowhere\"\r\n");

    assertThat(read.text()).contains(",PM2.5,?,µg/m³").contains(",CO,many,mg/m³");
    assertThat(read.stations).as("no position is known").isEmpty();
  }

  @Test
  void setsTheSwappedOzoneOfTheNationalFeedRight() throws IOException {
    Gathered read =
        Gathered.read(
            """
            {"features": [{"geometry": {"coordinates": [111.5, 26.25], "type": "Point"},
              "properties": {"area": "永州市", "positionname": "某处", "stationcode": "9001A",
              "timepoint": "2019-03-02T07:00:00", "co": "0.7", "no2": "17", "o3": "84",
              "o3_24h": "62", "pm10": "-;", "pm2_5": "38", "so2": null}, "type": "Feature"}],
             "type": "FeatureCollection"}
            """);

    assertThat(read.text())
        .contains("9001A,2019-03-02T07:00:00+08:00,O3,62,µg/m³")
        .doesNotContain(",84,");
    assertThat(read.records()).isEqualTo(4);
    assertThat(read.notTaken).containsEntry("missing in the feed", 2);
    assertThat(read.stations)
        .containsExactly(new MetStation("9001A", "永州市某处", new Position(111.5, 26.25)));
  }

  @Test
  void countsAnOfflineStationOfTheFeedsTableAsMissing() throws IOException {
    Gathered read =
        Gathered.read(
            """
            timepoint,stationcode,longitude,latitude,area,positionname,pm10,pm2_5,o3,o3_24h,no2,so2,co
            2022-05-01T06:00:00,9001A,111.5,26.25,永州市,某处,66,24,114,44,13,15,0.9
            2022-05-01T06:00:00,9002A,114.9,30.4,永州市,别处,,,,,,,
            """);

    assertThat(read.records()).isEqualTo(6);
    assertThat(read.text()).contains(",O3,44,").contains(",CO,0.9,mg/m³").doesNotContain("9002A");
    assertThat(read.notTaken).containsEntry("missing in the feed", 6);
    assertThat(read.stations).extracting(MetStation::id).containsExactly("9001A", "9002A");
  }

  @Test
  void givesOutBodiesOfAtMostFiveThousandRecordsEachWithTheHeader() throws IOException {
    StringBuilder file = new StringBuilder(PRSA_HEADER);
    for (int day = 1; day <= 28; day++) {
      for (int hour = 0; hour < 24; hour++) {
        for (int month = 1; month <= 2; month++) {
          file.append(
              "1,2014,%d,%d,%d,1,2,3,4,500,6,0,1,1,0,\"N\",4,\"X\"\r\n"
                  .formatted(month, day, hour));
        }
      }
    }

    Gathered read = Gathered.read(file.toString());

    assertThat(read.bodies).extracting(Body::records).containsExactly(5000, 3064);
    assertThat(read.bodies)
        .allSatisfy(body -> assertThat(new String(body.bytes(), 0, 8)).isEqualTo("station,"));
  }
}
