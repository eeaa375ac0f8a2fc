package hongyan.service.demo;

import hongyan.geo.place.Position;

/**
 * A registered device of the city folder, as the generator needs it.
 *
 * @param kind for example {@code marker}
 */
record DemoDevice(String id, String name, String kind, Position position) {}
