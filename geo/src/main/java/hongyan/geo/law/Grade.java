package hongyan.geo.law;

/** How urgent something is that a person is asked to look at. JSON has the names in lower case. */
public enum Grade {
  NOTICE,
  SERIOUS,
  GRAVE
}
