package hongyan.service.replay;

import hongyan.geo.place.Position;

/** A station that a recorded file names and gives a position for. */
public record MetStation(String id, String name, Position position) {}
