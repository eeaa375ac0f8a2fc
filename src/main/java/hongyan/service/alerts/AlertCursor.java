package hongyan.service.alerts;

/** A place in a list of alerts: the sort keys of the last one of the page before. */
record AlertCursor(long time, String id) {

  static AlertCursor of(StoredAlert stored) {
    return new AlertCursor(stored.alert().time().toEpochMilli(), stored.alert().id());
  }

  static AlertCursor parse(String text) {
    int split = text.indexOf('~');
    try {
      return new AlertCursor(Long.parseLong(text.substring(0, split)), text.substring(split + 1));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("cursor=%s: not one of this list".formatted(text), e);
    }
  }

  String text() {
    return time + "~" + id;
  }
}
