package hongyan.geo.zones;

/**
 * A zone version that covers a record's position at the record's time.
 *
 * @param version the number of the version that was in force then
 * @param season whether that moment lies in one of its key protection periods
 */
public record ZoneRef(String id, ZoneKind kind, int version, boolean season) {}
