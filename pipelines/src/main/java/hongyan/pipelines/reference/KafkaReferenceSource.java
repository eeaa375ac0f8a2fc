package hongyan.pipelines.reference;

/**
 * Follows the reference topic of a Kafka log.
 *
 * @param bootstrapServers as Kafka's property of that name
 * @param city folder name of the city whose counties records are placed in
 */
public record KafkaReferenceSource(String bootstrapServers, String city)
    implements ReferenceSource {

  @Override
  public ReferenceView open() {
    return ReferenceLog.follow(bootstrapServers, city);
  }
}
