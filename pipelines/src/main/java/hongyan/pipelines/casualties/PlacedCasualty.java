package hongyan.pipelines.casualties;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.reference.Reference;
import java.util.List;

/** A casualty with its place: by its position, else by the county that it names. */
public record PlacedCasualty(Casualty casualty, Placement placement) {

  public static PlacedCasualty place(Casualty casualty, Reference reference) {
    return new PlacedCasualty(
        casualty,
        casualty.position() == null
            ? new Placement(casualty.county(), List.of())
            : reference.place(casualty.position(), casualty.time()));
  }
}
