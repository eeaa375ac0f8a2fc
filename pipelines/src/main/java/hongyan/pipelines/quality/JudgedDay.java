package hongyan.pipelines.quality;

import hongyan.pipelines.air.Reading;
import java.util.List;

/**
 * A day after the rules and the decisions.
 *
 * @param doubts by time, pollutant, averaging and rule
 * @param counted the readings that figures are made of
 */
public record JudgedDay(List<Doubt> doubts, List<Reading> counted) {

  public JudgedDay {
    doubts = List.copyOf(doubts);
    counted = List.copyOf(counted);
  }
}
