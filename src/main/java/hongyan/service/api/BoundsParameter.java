package hongyan.service.api;

import hongyan.geo.place.Bounds;
import hongyan.geo.place.Position;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A rectangle in a query: {@code west,south,east,north} in degrees, as GeoJSON's bbox. */
@Configuration(proxyBeanMethods = false)
class BoundsParameter implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, Bounds.class, BoundsParameter::bounds);
  }

  static Bounds bounds(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException(text + ": west,south,east,north in degrees is wanted");
    }
    try {
      return new Bounds(
          new Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])),
          new Position(Double.parseDouble(parts[2]), Double.parseDouble(parts[3])));
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          text + ": west,south,east,north in degrees is wanted", notANumber);
    }
  }
}
