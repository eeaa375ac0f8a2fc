package hongyan.service.problems.sheets;

import hongyan.service.documents.Language;
import hongyan.service.problems.Ledger;
import hongyan.service.problems.Problem;
import hongyan.service.problems.ProblemFault;
import hongyan.service.problems.ProblemField;
import hongyan.service.problems.ProblemView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one table against the ledger and says what becomes of each of its rows. Changes nothing.
 * Not thread-safe: one for one file.
 */
final class LedgerImport {
  private static final int SHOWN = 200;

  private final Ledger ledger;
  private final ProblemView.Words words;
  private final Language language;
  private final Map<ProblemField, String> given;

  private final List<LedgerPreview.Columns> sheets = new ArrayList<>();
  private final List<LedgerPreview.Taken> items = new ArrayList<>();
  private final List<LedgerPreview.Fault> faults = new ArrayList<>();
  private final List<LedgerPreview.Note> notes = new ArrayList<>();
  private final List<Problem> taken = new ArrayList<>();
  private final Map<String, String> placeOfId = new HashMap<>();
  private final Map<String, String> placeOfEnterprise = new HashMap<>();
  private final Map<Ledger.Change, Integer> changes = new HashMap<>();
  private int rows;

  /**
   * @param given what holds for every row whose own cell is empty, such as the campaign
   */
  LedgerImport(
      Ledger ledger, ProblemView.Words words, Language language, Map<ProblemField, String> given) {
    this.ledger = ledger;
    this.words = words;
    this.language = language;
    this.given = Map.copyOf(given);
  }

  /** Returns the entries that may be taken, in the order of the file. */
  List<Problem> taken() {
    return List.copyOf(taken);
  }

  /**
   * Reads a file.
   *
   * @throws TableFault when it is no ledger
   */
  LedgerPreview read(byte[] body, String sha256, boolean dryRun) {
    for (Sheet sheet : TableFile.read(body)) {
      LedgerRows.find(sheet).ifPresent(this::read);
    }
    if (sheets.isEmpty()) {
      throw new TableFault(
          400,
          "no-headings",
          "前 30 行中没有找到台账表头；至少要有“存在问题”和另外两列",
          "no headings of a ledger in the first 30 rows: 存在问题 and two more are wanted");
    }
    return new LedgerPreview(
        dryRun,
        sha256,
        sheets,
        rows,
        changes.getOrDefault(Ledger.Change.NEW, 0),
        changes.getOrDefault(Ledger.Change.CORRECTION, 0),
        changes.getOrDefault(Ledger.Change.UNCHANGED, 0),
        rows - taken.size(),
        items,
        faults,
        notes);
  }

  private void read(LedgerRows table) {
    describe(table);
    for (LedgerRows.Entry entry : table.entries()) {
      rows++;
      read(table, entry);
    }
  }

  private void describe(LedgerRows table) {
    String sheet = table.sheet().name();
    sheets.add(
        new LedgerPreview.Columns(
            sheet,
            table.heading() + 1,
            table.columns().entrySet().stream()
                .map(
                    each ->
                        new LedgerPreview.Column(
                            Sheet.letters(each.getValue()),
                            heading(table, each.getValue()),
                            each.getKey().code()))
                .toList(),
            table.unknown()));
    table
        .doubledColumns()
        .forEach(
            column ->
                note(
                    sheet,
                    table.heading() + 1,
                    Sheet.letters(column),
                    "与前面的列含义相同，不采用：" + heading(table, column),
                    "means the same as a column before it, left aside: " + heading(table, column)));
    if (!table.asides().isEmpty()) {
      String list = table.asides().stream().map(String::valueOf).collect(Collectors.joining(", "));
      note(
          sheet,
          table.asides().get(0),
          null,
          "标题、合计或重复表头，不作为问题：第 %s 行".formatted(list),
          "titles, sums or headings again, no entries: rows " + list);
    }
  }

  private static String heading(LedgerRows table, int column) {
    return table.sheet().cell(table.heading(), column).text();
  }

  private void read(LedgerRows table, LedgerRows.Entry entry) {
    Map<ProblemField, String> texts = new HashMap<>(given);
    texts.putAll(entry.texts());
    Ledger.Reading reading = ledger.read(texts);
    reading.faults().forEach(fault -> fault(table, entry.row(), fault));
    reading.problem().ifPresent(problem -> take(table, entry.row(), problem));
  }

  private void take(LedgerRows table, int row, Problem problem) {
    String here = place(table, row);
    String before = placeOfId.putIfAbsent(problem.id(), here);
    if (before != null) {
      fault(
          table,
          row,
          ProblemFault.of(
              table.columns().containsKey(ProblemField.ID) ? ProblemField.ID : ProblemField.PROBLEM,
              problem.id(),
              "entered-twice",
              "与%s是同一问题".formatted(before),
              "the same problem as " + before));
      return;
    }
    noteEnterprise(table, row, problem, here);
    Ledger.Change change = ledger.preview(problem);
    changes.merge(change, 1, Integer::sum);
    taken.add(problem);
    if (items.size() < SHOWN) {
      items.add(
          new LedgerPreview.Taken(
              table.sheet().name(),
              row,
              change.name().toLowerCase(Locale.ROOT),
              words.show(problem, ledger.today())));
    }
  }

  private void noteEnterprise(LedgerRows table, int row, Problem problem, String here) {
    if (problem.enterprise() == null) {
      return;
    }
    String before =
        placeOfEnterprise.putIfAbsent(problem.campaign() + "|" + problem.enterprise(), here);
    if (before != null) {
      note(
          table.sheet().name(),
          row,
          letters(table, ProblemField.ENTERPRISE),
          "企业在%s已出现：%s；两个问题、一家企业".formatted(before, problem.enterprise()),
          "the enterprise stands in %s already: two problems, one enterprise".formatted(before));
    }
  }

  private String place(LedgerRows table, int row) {
    String sheet = table.sheet().name();
    return language == Language.EN
        ? "row %d%s".formatted(row, sheet == null ? "" : " of " + sheet)
        : "%s第 %d 行".formatted(sheet == null ? "" : "工作表“" + sheet + "”", row);
  }

  private void fault(LedgerRows table, int row, ProblemFault fault) {
    Integer column = table.columns().get(fault.field());
    faults.add(
        new LedgerPreview.Fault(
            table.sheet().name(),
            row,
            column == null ? null : Sheet.letters(column),
            column == null ? null : heading(table, column),
            fault.field().code(),
            column == null ? fault.value() : table.sheet().cell(row - 1, column).text(),
            fault.rule(),
            language.of(fault.message())));
  }

  private static @Nullable String letters(LedgerRows table, ProblemField field) {
    Integer column = table.columns().get(field);
    return column == null ? null : Sheet.letters(column);
  }

  private void note(
      @Nullable String sheet, int row, @Nullable String column, String zh, String en) {
    notes.add(new LedgerPreview.Note(sheet, row, column, language == Language.EN ? en : zh));
  }
}
