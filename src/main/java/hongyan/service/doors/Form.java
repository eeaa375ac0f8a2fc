package hongyan.service.doors;

import java.util.Arrays;
import java.util.Optional;

/** The forms of a body, by media type. */
enum Form {
  JSON("application/json", false),
  NDJSON("application/x-ndjson", false),
  CSV("text/csv", true),
  TSV("text/tab-separated-values", true),
  /** A Darwin Core Archive. */
  ARCHIVE("application/zip", false);

  private final String mediaType;
  private final boolean table;

  Form(String mediaType, boolean table) {
    this.mediaType = mediaType;
    this.table = table;
  }

  String mediaType() {
    return mediaType;
  }

  /** Returns whether it is a table; only tables may come in another charset than UTF-8. */
  boolean isTable() {
    return table;
  }

  static Optional<Form> findByMediaType(String mediaType) {
    return Arrays.stream(values()).filter(form -> form.mediaType.equals(mediaType)).findFirst();
  }
}
