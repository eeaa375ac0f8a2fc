package hongyan.pipelines.series;

import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.quality.OccurrenceDoubt;

/** A doubt with the record that it is about, which carries the verdict on it. */
public record DoubtedOccurrence(OccurrenceDoubt doubt, PlacedOccurrence record) {}
