package hongyan.pipelines.series;

import java.util.List;

/**
 * Where a table keeps texts as they were sent.
 *
 * @param receipt the keys that lead to the receipt within column {@code json}; none where the
 *     receipt's parts are columns themselves
 * @param kinds which rows of a table of many kinds, or none for all
 */
record RawPlace(String table, List<String> receipt, List<String> kinds) {

  static RawPlace columns(String table) {
    return new RawPlace(table, List.of(), List.of());
  }

  static RawPlace json(String table, String... receipt) {
    return new RawPlace(table, List.of(receipt), List.of());
  }

  static RawPlace former(String... kinds) {
    return new RawPlace("former", List.of("receipt"), List.of(kinds));
  }

  boolean isJson() {
    return !receipt.isEmpty();
  }

  /** Returns the column that has the text, or the JSON with it. */
  String column() {
    return isJson() ? "json" : "raw";
  }

  /** Returns that column's content with the hash in the text's place. */
  String hashed(String content) {
    return isJson() ? DeletedRaw.without(content) : DeletedRaw.hashed(content);
  }

  /** Returns the further condition on the kind, ready to be put behind others. */
  String ofKinds() {
    return kinds.isEmpty() ? "" : " AND kind IN ('%s')".formatted(String.join("', '", kinds));
  }
}
