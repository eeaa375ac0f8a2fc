package hongyan.pipelines.birds;

import org.jspecify.annotations.Nullable;

/**
 * Where a record says that it was made, beside its position; in Darwin Core's terms, as sent.
 *
 * @param countryCode ISO 3166-1 alpha-2
 */
public record StatedPlace(@Nullable String countryCode, @Nullable String county) {

  /** Returns it, or null when it says nothing. */
  public @Nullable StatedPlace orNull() {
    return countryCode == null && county == null ? null : this;
  }
}
