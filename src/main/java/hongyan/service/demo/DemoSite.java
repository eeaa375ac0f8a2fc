package hongyan.service.demo;

import hongyan.geo.place.Position;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A station of the city folder, as the generator needs it.
 *
 * @param air what it measures, or null for none
 * @param birds where its birds are, or null if it counts none
 * @param county adcode of the county that covers it
 */
record DemoSite(
    String id,
    String name,
    Position position,
    @Nullable Air air,
    @Nullable Birds birds,
    String county) {

  /** What a station measures. */
  enum Air {
    /** All six pollutants, in a town. */
    TOWN,
    /** All six pollutants, away from the town: the control point. */
    BACKGROUND,
    /** PM2.5 and PM10 by a sensor on a pass. */
    PASS
  }

  /** What birds a station sees. */
  enum Birds {
    PASS,
    WATER,
    WOODS;

    /** Returns the word that the tables of the model use. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
