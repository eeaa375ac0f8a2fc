package hongyan.service.hj212;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hongyan.hj212.*}.
 *
 * @param port 0 takes a free one
 * @param longest most bytes of a data segment; HJ 212-2017, 6.3.2, has 1024
 * @param idle a connection that says nothing for so long is closed; devices send each minute or
 *     hour
 * @param patience how long a frame that has begun may take to come
 * @param connections most at once
 */
@ConfigurationProperties("hongyan.hj212")
public record Hj212Settings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("127.0.0.1") String host,
    @DefaultValue("9212") int port,
    @DefaultValue("1024") int longest,
    @DefaultValue("2h") Duration idle,
    @DefaultValue("30s") Duration patience,
    @DefaultValue("10000") int connections) {

  public Hj212Settings {
    if (longest < 64 || longest > 9999) {
      throw new IllegalArgumentException(
          "hongyan.hj212.longest should lie between 64 and 9999: " + longest);
    }
  }
}
