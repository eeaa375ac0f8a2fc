package hongyan.pipelines.findings;

import hongyan.geo.zones.Placement;

/** A finding with its place: by its position, else by the county and zone that it names. */
public record PlacedFinding(Finding finding, Placement placement) {}
