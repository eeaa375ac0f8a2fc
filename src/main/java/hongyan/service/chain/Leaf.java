package hongyan.service.chain;

/**
 * One record in the chain and where it stands on the log.
 *
 * @param index its place in the tree, from 0
 * @param hash SHA-256(0x00 || the record's bytes on the log)
 */
public record Leaf(long index, byte[] hash, String topic, int partition, long offset) {}
