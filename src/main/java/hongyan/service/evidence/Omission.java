package hongyan.service.evidence;

import java.util.List;

/**
 * Records that a package leaves out because there are too many.
 *
 * @param records how many
 * @param most how many a package holds
 * @param instead the file of the figures of their days
 * @param queries what gives them, within the public interface
 */
public record Omission(long records, int most, String instead, List<String> queries) {

  public Omission {
    queries = List.copyOf(queries);
  }
}
