package hongyan.service.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hongyan.evidence.*}.
 *
 * @param mostRecords how many records one package holds; where there are more, the figures of the
 *     days stand for the readings
 */
@ConfigurationProperties("hongyan.evidence")
record EvidenceSettings(@DefaultValue("50000") int mostRecords) {

  EvidenceSettings {
    if (mostRecords < 1) {
      throw new IllegalArgumentException(
          "hongyan.evidence.most-records should be at least 1: " + mostRecords);
    }
  }
}
