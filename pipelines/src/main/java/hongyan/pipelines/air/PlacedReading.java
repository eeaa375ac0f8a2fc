package hongyan.pipelines.air;

import hongyan.geo.zones.Placement;

/** A reading with the place of its station at its time. */
public record PlacedReading(Reading reading, Placement placement) {}
