package hongyan.pipelines.job;

import static hongyan.pipelines.records.RecordFixtures.forecast;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.StationDay;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.forecasts.ForecastFixtures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CityWarningsTest {
  private static final String CITY = "431100";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void endsWithTheSameSuggestionsInWhateverOrderThingsCome(long seed) throws Exception {
    Random random = new Random(seed);
    List<Object> records = new ArrayList<>();
    LocalDate date = LocalDate.parse("2024-12-01");
    for (int i = 0; i < 40; i++, date = date.plusDays(1)) {
      int aqi = 60 + random.nextInt(200);
      records.add(new StationDay(CITY, date.toString(), List.of(), figure(date, aqi)));
      String issued = date + "T18:00:00+08:00";
      String next = date.plusDays(1).toString();
      records.add(forecast(issued, CITY, next, 60 + random.nextInt(200), i));
    }
    Map<String, Alert> right = run(records, random);
    assertThat(right).isNotEmpty();
    Collections.shuffle(records, random);
    records.addAll(records.subList(0, 20));
    assertThat(run(records, random)).isEqualTo(right);
  }

  /** Returns what is supported in the end, as if raised at once. */
  private static Map<String, Alert> run(List<Object> records, Random random) throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<String, StationDay, Forecast, Alert>(
            new KeyedCoProcessOperator<>(new CityWarnings()),
            StationDay::station,
            Forecast::subject,
            Types.STRING);
    try {
      harness.open();
      harness.setProcessingTime(1_000);
      for (Object record : records) {
        if (record instanceof StationDay day) {
          harness.processElement1(new StreamRecord<>(day));
        } else if (record instanceof Forecast forecast) {
          harness.processElement2(new StreamRecord<>(forecast));
        }
        if (random.nextInt(5) == 0) {
          harness.setProcessingTime(harness.getProcessingTime() + 400);
        }
      }
      harness.setProcessingTime(harness.getProcessingTime() + 1_000);
      Map<String, Alert> last = new TreeMap<>();
      for (Alert alert : harness.extractOutputValues()) {
        last.put(alert.id(), alert.raised(Instant.EPOCH));
      }
      last.values().removeIf(alert -> !alert.supported());
      return last;
    } finally {
      harness.close();
    }
  }

  private static AirFigure figure(LocalDate date, int aqi) {
    return ForecastFixtures.day(date.toString(), aqi);
  }
}
