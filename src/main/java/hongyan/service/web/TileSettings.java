package hongyan.service.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A tile service under the maps, such as Tianditu. Off unless an address is set: then the maps show
 * only what this service itself has.
 *
 * @param url with {@code {x}}, {@code {y}} and {@code {z}}, Web Mercator; null for none
 * @param attribution what its owner wants to be said on the map
 * @param maxZoom the last zoom level that it has
 */
@ConfigurationProperties("hongyan.tiles")
record TileSettings(
    @Nullable String url, @DefaultValue("") String attribution, @DefaultValue("18") int maxZoom) {

  TileSettings {
    url = url == null || url.isBlank() ? null : url;
    if (url != null) {
      for (String part : new String[] {"{x}", "{y}", "{z}"}) {
        if (!url.contains(part)) {
          throw new IllegalArgumentException("hongyan.tiles.url=%s has no %s".formatted(url, part));
        }
      }
      originOf(url);
    }
  }

  /** Returns scheme, host and port that the pages may load images from; null without a service. */
  @Nullable String origin() {
    return url == null ? null : originOf(url);
  }

  private static String originOf(String url) {
    URI uri = URI.create(url.replaceAll("[{}]", ""));
    if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "hongyan.tiles.url=%s: https://host/... is wanted".formatted(url));
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port;
  }
}
