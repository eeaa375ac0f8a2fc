package hongyan.geo.law;

/** The same words in the two languages of the user interface. */
public record Words(String zh, String en) {}
