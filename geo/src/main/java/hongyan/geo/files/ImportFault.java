package hongyan.geo.files;

import hongyan.geo.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with one feature of a file, or doubtful about it.
 *
 * @param field what it is about: {@code geometry}, {@code id}, {@code seasons[0]}, ...
 * @param rule its code
 * @param message what and where, for people
 * @param position the place of the fault on WGS 84, where it has one
 */
public record ImportFault(String field, String rule, String message, @Nullable Position position) {

  static ImportFault of(String field, String rule, String message) {
    return new ImportFault(field, rule, message, null);
  }
}
