package hongyan.service.doors.checks;

import hongyan.service.doors.forms.Cell;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that came with a finding.
 *
 * @param sha256s of those that may be taken, in the order in which they came
 * @param faults of those that may not: the finding is refused with them
 * @param isKept whether an earlier upload brought the file of that SHA-256
 */
public record SentFiles(List<String> sha256s, List<Fault> faults, Predicate<String> isKept) {
  private static final String FIELD = "attachments";
  private static final int MOST = 100;
  private static final Pattern LIST =
      Pattern.compile("\\[\\s*(?:\"[0-9a-f]{64}\"\\s*(?:,\\s*(?=\")|(?=])))*]");
  private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{64}");

  public SentFiles {
    sha256s = List.copyOf(sha256s);
    faults = List.copyOf(faults);
  }

  /** No files; a finding may still name some that came earlier. */
  public static SentFiles none(Predicate<String> isKept) {
    return new SentFiles(List.of(), List.of(), isKept);
  }

  /** Returns the attachments of a finding: those that it names, then those that came with it. */
  List<String> read(FieldReader fields) {
    faults.forEach(
        fault ->
            fields.refuse(
                String.valueOf(fault.field()), fault.value(), fault.rule(), fault.extra()));
    Set<String> attachments = new LinkedHashSet<>(named(fields));
    attachments.addAll(sha256s);
    if (attachments.size() > MOST) {
      fields.refuse(FIELD, "" + attachments.size(), Rule.TOO_MANY_ATTACHMENTS, "" + MOST);
    }
    return List.copyOf(attachments);
  }

  private List<String> named(FieldReader fields) {
    Cell cell = fields.cell(FIELD);
    if (cell == null) {
      return List.of();
    }
    if (cell.kind() != Cell.Kind.ARRAY || !LIST.matcher(cell.text()).matches()) {
      fields.refuse(FIELD, cell.text(), Rule.WRONG_TYPE, "[\"sha256\", ...]");
      return List.of();
    }
    List<String> named = new ArrayList<>();
    for (Matcher entry = ENTRY.matcher(cell.text()); entry.find(); ) {
      String sha256 = entry.group();
      if (!sha256s.contains(sha256) && !isKept.test(sha256)) {
        fields.refuse(FIELD, sha256, Rule.UNKNOWN_ATTACHMENT, null);
      }
      named.add(sha256);
    }
    return named;
  }
}
