package hongyan.service.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From readings to the figures of a month, which follow a correction and the list of dust days. */
class StatisticsIT {
  private static final OffsetDateTime FIRST = OffsetDateTime.parse("2024-03-01T01:00:00+08:00");
  private static final String STATISTICS = "/api/v1/air/statistics?period=2024-03&station=2478A";
  private static final String DUST_DAY = "/api/v1/air/dust-days/2024-03-28";
  private static final int DUST = 27;

  @TempDir Path state;

  @Test
  void followACorrectionAndTheListOfDustDays() throws Exception {
    try (Program program = Program.start(state)) {
      String month =
          IntStream.range(0, 31).mapToObj(StatisticsIT::day).collect(Collectors.joining());
      send(program, month);
      awaitPm10(program, 0, "70");
      assertThat(pm10(program, 0).get("count").asInt()).isEqualTo(31);
      assertThat(pm10(program, 0).get("valid").asBoolean()).isTrue();

      assertThat(program.put(DUST_DAY, "{\"note\": \"no document\"}").status()).isEqualTo(400);
      assertThat(program.put("/api/v1/air/dust-days/x", "{\"document\": \"a\"}").status())
          .isEqualTo(400);
      assertThat(program.put(DUST_DAY, "{\"document\": \"list of 2024\"}").body().get("date"))
          .hasToString("\"2024-03-28\"");
      assertThat(program.get("/api/v1/air/dust-days?year=2024")).hasSize(1);
      assertThat(pm10(program, 1).get("rounded").asString()).isEqualTo("50");
      assertThat(pm10(program, 1).get("count").asInt()).isEqualTo(30);
      assertThat(pm10(program, 0).get("rounded").asString()).isEqualTo("70");

      send(program, day(0).replace(",50,", ",360,"));
      awaitPm10(program, 0, "80");
      assertThat(pm10(program, 1).get("rounded").asString()).isEqualTo("60");

      assertThat(program.delete(DUST_DAY)).isEqualTo(204);
      assertThat(program.delete(DUST_DAY)).isEqualTo(404);
      assertThat(pm10(program, 1).get("rounded").asString()).isEqualTo("80");
      assertThat(program.get("/api/v1/standards?at=2024-03-28").get("items")).isNotEmpty();
    }
  }

  /** 24 hours of PM10: 670 on the day of dust, 50 on the others. */
  private static String day(int day) {
    return IntStream.range(0, 24)
        .mapToObj(
            hour ->
                "2478A,%s,PM10,%d,µg/m³,N,PT1H%n"
                    .formatted(FIRST.plusHours(day * 24L + hour), day == DUST ? 670 : 50))
        .collect(Collectors.joining());
  }

  private static void send(Program program, String lines) throws Exception {
    String body = "station,time,pollutant,value,unit,flag,averaging\n" + lines;
    assertThat(program.post("/api/v1/readings", "text/csv", body).status()).isEqualTo(202);
  }

  private static void awaitPm10(Program program, int series, String rounded) {
    await("the month's PM10 is " + rounded)
        .untilAsserted(
            () -> {
              JsonNode pm10 = pm10(program, series);
              assertThat(pm10.get("rounded").asString()).isEqualTo(rounded);
            });
  }

  private static JsonNode pm10(Program program, int series) throws Exception {
    return program.get(STATISTICS).get("statistics").get(series).get("items").get(2);
  }
}
