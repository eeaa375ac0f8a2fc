package hongyan.pipelines.series;

import java.time.Instant;

/**
 * A point that InfluxDB did not take.
 *
 * @param measurement {@code reading}, {@code air_figure} or {@code bird_count}
 * @param key the record's identity
 * @param line in line protocol, with the hash of the raw text in its place
 * @param said what the server has against it
 * @param at when it said so
 */
public record RefusedPoint(
    String measurement, String key, Instant time, String line, String said, Instant at) {}
