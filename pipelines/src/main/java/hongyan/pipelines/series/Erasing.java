package hongyan.pipelines.series;

/**
 * Raw texts that are to be erased.
 *
 * @param before those that were received earlier, as ISO 8601 text up to the second, UTC
 */
record Erasing(RawPlace place, String before) {}
