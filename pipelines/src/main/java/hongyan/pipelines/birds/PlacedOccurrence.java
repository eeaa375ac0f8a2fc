package hongyan.pipelines.birds;

import hongyan.geo.zones.Placement;

/** A bird record with its place. */
public record PlacedOccurrence(Occurrence occurrence, Placement placement) {}
