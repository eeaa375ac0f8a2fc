package hongyan.pipelines.quality;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import java.time.Instant;

/** Which reading of a station is meant. */
public record ReadingKey(Pollutant pollutant, Averaging averaging, Instant time) {

  public static ReadingKey of(Reading reading) {
    return new ReadingKey(reading.pollutant(), reading.averaging(), reading.time());
  }

  public static ReadingKey of(Decision decision) {
    return new ReadingKey(decision.pollutant(), decision.averaging(), decision.time());
  }

  public static ReadingKey of(Doubt doubt) {
    return new ReadingKey(doubt.pollutant(), doubt.averaging(), doubt.time());
  }

  /** Returns it as one word, the same for the same reading for ever. */
  public String cell() {
    return pollutant + "|" + averaging + "|" + time;
  }
}
