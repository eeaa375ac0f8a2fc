package hongyan.service.chain;

/**
 * A record that is to be added.
 *
 * @param subject number made of the record's topic and identity, see {@link Subjects}
 */
record NewLeaf(byte[] hash, long subject, String topic, int partition, long offset) {}
