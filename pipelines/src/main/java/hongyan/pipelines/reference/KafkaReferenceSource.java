package hongyan.pipelines.reference;

import hongyan.pipelines.records.LogConnection;

/**
 * Follows the reference topic of a Kafka log.
 *
 * @param log where the log is
 * @param city folder name of the city whose counties records are placed in
 */
public record KafkaReferenceSource(LogConnection log, String city) implements ReferenceSource {

  @Override
  public ReferenceView open() {
    return ReferenceLog.follow(log, city);
  }
}
