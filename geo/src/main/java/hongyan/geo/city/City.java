package hongyan.geo.city;

import hongyan.geo.place.Counties;
import hongyan.geo.zones.Zone;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One city, read from its folder {@code city/<folder>/} on the class path: {@code city.json},
 * {@code counties.geojson}, {@code zones.geojson}. Stations, devices, permits and targets lie in
 * the same folder but are for higher floors to read, by {@link #resource}.
 *
 * <p>Everything is read and checked when the city is opened. Immutable and thread-safe.
 */
public final class City {

  private final String folder;
  private final String adcode;
  private final String name;
  private final Counties counties;
  private final List<Zone> zones;

  private City(String folder) {
    this.folder = "city/" + folder + "/";
    JsonNode about = read("city.json", City::tree);
    this.adcode = text(about, "adcode", "\\d{6}");
    this.name = text(about, "name", ".+");
    text(about, "timeZone", "Asia/Shanghai"); // the clock of all daily and seasonal rules
    this.counties = read("counties.geojson", Counties::of);
    this.zones = read("zones.geojson", ZoneFile::read);
  }

  /**
   * Opens a city by the name of its folder, for example {@code yongzhou}.
   *
   * @throws IllegalStateException naming the file, the feature and what is wrong with it
   */
  public static City open(String folder) {
    return new City(folder);
  }

  /** Returns the six-digit code of the city in GB/T 2260, for example 431100. */
  public String adcode() {
    return adcode;
  }

  /** Returns the Chinese name, for example 永州市. */
  public String name() {
    return name;
  }

  public Counties counties() {
    return counties;
  }

  /** Returns all versions of the zones that the folder holds, in the order of the file. */
  public List<Zone> zones() {
    return zones;
  }

  /**
   * Opens another file of the folder; the caller closes it.
   *
   * @throws IllegalStateException if the folder has no such file
   */
  public InputStream resource(String fileName) {
    InputStream in = City.class.getClassLoader().getResourceAsStream(folder + fileName);
    if (in == null) {
      throw new IllegalStateException(
          folder + fileName + ": not on the class path",
          new FileNotFoundException(folder + fileName));
    }
    return in;
  }

  private <T> T read(String fileName, Function<InputStream, T> reader) {
    try (InputStream in = resource(fileName)) {
      return reader.apply(in);
    } catch (IllegalArgumentException | JacksonException e) {
      throw new IllegalStateException(folder + fileName + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + fileName, e);
    }
  }

  private static JsonNode tree(InputStream in) {
    return new JsonMapper().readTree(in);
  }

  private String text(JsonNode about, String key, String allowed) {
    String value = about.path(key).asString("");
    if (!value.matches(allowed)) {
      throw new IllegalStateException(
          "%scity.json: %s '%s' does not match %s".formatted(folder, key, value, allowed));
    }
    return value;
  }
}
