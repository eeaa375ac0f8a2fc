package hongyan.pipelines.air;

import java.util.List;

/**
 * Where a figure in a data file comes from.
 *
 * @param title the document with its clause
 * @param certainty {@code A} primary text read, {@code B} secondary source, {@code C} to be
 *     verified, {@code D} the platform's own choice
 * @param notes what a reader has to know about how it was read
 */
public record Source(String title, String certainty, List<String> notes) {

  public Source {
    notes = List.copyOf(notes);
  }
}
