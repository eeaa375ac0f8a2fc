package hongyan.geo.species;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the list in force on a day says of a species.
 *
 * @param list id of the list; null when the project holds none for that day, and nothing is known
 * @param level the class; null when the list does not name the species, as far as it is held here
 * @param certainty {@code A} primary text read, {@code B} secondary source, {@code C} to be
 *     verified; null where no list is held
 * @param source where the class comes from
 */
public record Protection(
    @Nullable String list,
    @JsonProperty("class") @Nullable ProtectionClass level,
    @Nullable String certainty,
    @Nullable String source) {

  static final Protection UNKNOWN = new Protection(null, null, null, null);

  /** Returns whether the list names it in class I or II. */
  public boolean isKeyProtected() {
    return level != null;
  }
}
