package hongyan.service.doors.rejects;

import java.util.List;

/**
 * What a door refused: one record, or several that fail for the same reason.
 *
 * @param line 1-based line of the body, or index of the array element; 0 for the body as a whole
 * @param raw as it was sent
 * @param records how many records are lost by it
 */
public record Refusal(int line, String raw, int records, List<Fault> faults) {

  public Refusal {
    faults = List.copyOf(faults);
  }

  public static Refusal of(int line, String raw, Fault fault) {
    return new Refusal(line, raw, 1, List.of(fault));
  }
}
