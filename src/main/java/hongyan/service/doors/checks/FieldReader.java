package hongyan.service.doors.checks;

import hongyan.service.doors.forms.Cell;
import hongyan.service.doors.forms.Item;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Rule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one item and collects what is wrong with them. A method that returns null has
 * found no value; when the value was needed or was wrong, there is a fault.
 */
final class FieldReader {
  static final int ID_LENGTH = 300;
  static final int NAME_LENGTH = 500;
  static final int TEXT_LENGTH = 20_000;
  private static final Duration CLOCK_SLACK = Duration.ofMinutes(10);
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final String MOMENT = "yyyy-MM-ddTHH:mm:ss+08:00";

  private final Item item;
  private final Instant now;
  private final List<Fault> faults = new ArrayList<>(0);

  FieldReader(Item item, Instant now) {
    this.item = item;
    this.now = now;
  }

  boolean isClean() {
    return faults.isEmpty();
  }

  List<Fault> faults() {
    return faults;
  }

  /** Adds a fault; of a line with several records it names the column. */
  void refuse(String field, @Nullable String value, Rule rule, @Nullable String extra) {
    faults.add(new Fault(item.column() == null ? field : item.column(), value, rule, extra));
  }

  @Nullable Cell cell(String field) {
    return item.cells().get(field);
  }

  /** Returns the text of an optional field; blank is none. */
  @Nullable String text(String field, int longest) {
    Cell cell = cell(field);
    if (cell == null) {
      return null;
    }
    if (cell.kind() != Cell.Kind.PLAIN && cell.kind() != Cell.Kind.STRING) {
      refuse(field, cell.text(), Rule.WRONG_TYPE, "string");
      return null;
    }
    String text = cell.text();
    if (text.length() > longest) {
      refuse(field, text, Rule.TEXT_TOO_LONG, String.valueOf(longest));
      return null;
    }
    if (!isReadable(text, longest == TEXT_LENGTH)) {
      refuse(field, null, Rule.TEXT_INVALID, null);
      return null;
    }
    return text.isBlank() ? null : text;
  }

  @Nullable String requiredText(String field, int longest) {
    int before = faults.size();
    String text = text(field, longest);
    if (text == null && faults.size() == before) {
      refuse(field, null, Rule.REQUIRED_FIELD_MISSING, null);
    }
    return text;
  }

  /** Returns a required word of a vocabulary; {@code taken} says which there are. */
  @Nullable String requiredWord(
      String field, Predicate<String> isKnown, Rule unknown, @Nullable String taken) {
    String text = requiredText(field, NAME_LENGTH);
    if (text != null && !isKnown.test(text)) {
      refuse(field, text, unknown, taken);
    }
    return text;
  }

  /** Returns an optional id of something that has to be there. */
  @Nullable String known(String field, Predicate<String> isKnown, Rule unknown) {
    String text = text(field, ID_LENGTH);
    if (text != null && !isKnown.test(text)) {
      refuse(field, text, unknown, null);
    }
    return text;
  }

  /** Returns an optional decimal; {@code notANumber} is the rule for text that is none. */
  @Nullable BigDecimal decimal(String field, Rule notANumber) {
    Cell cell = cell(field);
    if (cell == null) {
      return null;
    }
    if (cell.kind() != Cell.Kind.PLAIN && cell.kind() != Cell.Kind.NUMBER) {
      refuse(field, cell.text(), Rule.WRONG_TYPE, "number");
      return null;
    }
    Decimal decimal = Decimal.parse(cell.text());
    if (decimal.fault() != null) {
      Rule rule = decimal.fault() == Rule.NOT_A_NUMBER ? notANumber : decimal.fault();
      refuse(field, cell.text(), rule, rule == Rule.VALUE_OUT_OF_RANGE ? "±1e400" : null);
    }
    return decimal.value();
  }

  @Nullable BigDecimal requiredDecimal(String field, Rule notANumber) {
    if (cell(field) == null) {
      refuse(field, null, Rule.REQUIRED_FIELD_MISSING, null);
      return null;
    }
    return decimal(field, notANumber);
  }

  /** Returns an optional {@code true} or {@code false}. */
  @Nullable Boolean truth(String field) {
    Cell cell = cell(field);
    if (cell == null) {
      return null;
    }
    if (cell.kind() != Cell.Kind.BOOLEAN) {
      refuse(field, cell.text(), Rule.WRONG_TYPE, "boolean");
      return null;
    }
    return cell.text().equals("true");
  }

  /** Returns an optional whole number of at least 0. */
  @Nullable Integer count(String field) {
    BigDecimal decimal = decimal(field, Rule.INDIVIDUAL_COUNT_INVALID);
    if (decimal == null) {
      return null;
    }
    boolean fits = decimal.signum() >= 0 && decimal.compareTo(BigDecimal.valueOf(1e9)) <= 0;
    if (!fits || decimal.scale() != 0) {
      refuse(field, decimal.toString(), Rule.INDIVIDUAL_COUNT_INVALID, null);
      return null;
    }
    return decimal.intValueExact();
  }

  /** Returns a required moment, neither in the future nor before 1900. */
  @Nullable Instant requiredMoment(String field) {
    String text = requiredText(field, NAME_LENGTH);
    return text == null ? null : moment(field, text, Rule.TIME_INVALID);
  }

  /** Returns Dublin Core's {@code modified}. */
  @Nullable Instant modified() {
    String text = text("modified", NAME_LENGTH);
    return text == null ? null : moment("modified", text, Rule.MODIFIED_DATE_INVALID);
  }

  private @Nullable Instant moment(String field, String text, Rule invalid) {
    Moment moment = Moment.parse(text);
    if (moment.fault() != null) {
      refuse(field, text, moment.fault() == Rule.TIME_INVALID ? invalid : moment.fault(), MOMENT);
      return null;
    }
    return isPlausible(field, text, moment.instant(), moment.instant()) ? moment.instant() : null;
  }

  /** Returns whether the moments are neither in the future nor before 1900; else it is a fault. */
  boolean isPlausible(String field, String text, Instant earliest, Instant latest) {
    if (latest.isAfter(now.plus(CLOCK_SLACK))) {
      refuse(field, text, Rule.TIME_IN_FUTURE, null);
      return false;
    }
    if (earliest.isBefore(EARLIEST)) {
      refuse(field, text, Rule.TIME_BEFORE_1900, null);
      return false;
    }
    return true;
  }

  /** Returns whether text has neither control characters nor halves of a surrogate pair. */
  private static boolean isReadable(String text, boolean lines) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' && !(lines && (c == '\n' || c == '\r' || c == '\t'));
      if (control || c == 0x7F) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
