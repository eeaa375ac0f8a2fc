package hongyan.service.cases;

import java.time.Instant;

/**
 * A subject of an alert as lists show it: never who it is.
 *
 * @param kind {@code name} or {@code id}
 * @param mark the beginning of the keyed hash: equal for equal subjects
 */
record Subject(long id, String kind, String mark, Instant addedAt, String addedBy) {}
