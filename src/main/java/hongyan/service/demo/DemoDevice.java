package hongyan.service.demo;

import hongyan.geo.place.Position;

/** A registered device of the city folder, as the generator needs it. */
record DemoDevice(String id, String name, Position position) {}
