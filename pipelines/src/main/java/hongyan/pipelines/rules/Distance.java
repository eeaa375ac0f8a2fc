package hongyan.pipelines.rules;

import hongyan.geo.place.Position;

/** How far apart two positions are, in metres; in the program the geodesic of {@code geo}. */
@FunctionalInterface
public interface Distance {
  double metres(Position a, Position b);
}
