package hongyan.service.archives;

import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.geo.species.Species;
import hongyan.geo.species.SpeciesTable;
import hongyan.pipelines.air.DataFile;
import hongyan.pipelines.birds.Occurrence;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is kept from the public of a key-protected bird: where exactly it was. {@code
 * archives/generalisation.json}.
 *
 * <p>Kept back are the records of species in class I and II of the list in force today, and those
 * whose name the table of species does not know, because it may be one of these. The position is
 * moved to the middle of its cell, and its uncertainty grows by the half diagonal of the cell. What
 * would lead back to the place is left out: locationID, eventID and organismID.
 *
 * @param degrees width and height of a cell
 * @param done what dataGeneralizations says
 * @param kept what informationWithheld says
 */
record Generalisation(
    String version, double degrees, String done, String kept, String source, String certainty) {

  /**
   * @throws IllegalStateException when the file is missing or wrong
   */
  static Generalisation load() {
    return DataFile.read("/archives/generalisation.json", Generalisation.class);
  }

  /** Returns the record as the public may see it. */
  Released forPublic(Occurrence occurrence, LocalDate today) {
    if (!isSensitive(occurrence.scientificName(), today)) {
      return Released.exactly(occurrence);
    }
    Position at = occurrence.position();
    Position middle = new Position(middle(at.lon()), middle(at.lat()));
    double edge = degrees / 2;
    double corner = Geodesy.metres(middle, new Position(middle.lon() + edge, middle.lat() - edge));
    Double known = occurrence.coordinateUncertaintyInMeters();
    double metres = Math.ceil(corner + (known == null ? 0 : known));
    return new Released(occurrence, middle, metres, done, kept);
  }

  private static boolean isSensitive(String name, LocalDate today) {
    SpeciesTable table = Species.load();
    Optional<Species> species = table.find(name);
    return species.isEmpty() || table.protection(species.get(), today).isKeyProtected();
  }

  private double middle(double coordinate) {
    double middle = (Math.floor(coordinate / degrees) + 0.5) * degrees;
    return Math.round(middle * 1e6) / 1e6;
  }
}
