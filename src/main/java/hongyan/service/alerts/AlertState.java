package hongyan.service.alerts;

import java.util.List;
import java.util.Locale;

/** Where an alert stands with the people who handle it. JSON has the names in lower case. */
public enum AlertState {
  NEW,
  ACKNOWLEDGED,
  DISPATCHED,
  CONFIRMED,
  DISMISSED,
  CLOSED;

  /** Returns the states that a person may move it to from here. */
  public List<AlertState> next() {
    return switch (this) {
      case NEW -> List.of(ACKNOWLEDGED);
      case ACKNOWLEDGED -> List.of(DISPATCHED);
      case DISPATCHED -> List.of(CONFIRMED, DISMISSED);
      case CONFIRMED, DISMISSED -> List.of(CLOSED);
      case CLOSED -> List.of();
    };
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
