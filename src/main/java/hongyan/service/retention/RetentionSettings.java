package hongyan.service.retention;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hongyan.retention.*}.
 *
 * @param years how long everything is kept at least, since it was received; five at the least
 */
@ConfigurationProperties("hongyan.retention")
public record RetentionSettings(@DefaultValue("5") int years) {
  private static final int LEAST = 5;

  public RetentionSettings {
    if (years < LEAST) {
      throw new IllegalArgumentException(
          "hongyan.retention.years should be at least %d: %d".formatted(LEAST, years));
    }
  }
}
