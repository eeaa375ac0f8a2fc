package hongyan.geo.files;

/** The forms in which a file of polygons may come; told by content, never by name. */
public enum FileFormat {
  GEOJSON("geojson"),
  KML("kml"),
  KMZ("kmz"),
  SHAPEFILE("shapefile"),
  GEOPACKAGE("geopackage");

  private final String code;

  FileFormat(String code) {
    this.code = code;
  }

  /** Returns the word that JSON and documents use. */
  public String code() {
    return code;
  }
}
