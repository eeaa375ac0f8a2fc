package hongyan.service.problems.sheets;

import hongyan.service.problems.ProblemField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the ledger on a sheet: the row of headings, below titles and group headings, and the rows
 * under it that are entries.
 *
 * @param heading index of the row of headings
 * @param columns the column of each field
 * @param unknown headings that no field is known for, which are left aside
 */
record LedgerRows(
    Sheet sheet, int heading, Map<ProblemField, Integer> columns, List<String> unknown) {
  private static final int LOOK_AT = 30;
  private static final int FEWEST = 3;
  private static final List<String> SERIAL = List.of("序号", "no", "no.", "#");

  /** One entry of the sheet; {@code row} counts from 1, as spreadsheets do. */
  record Entry(int row, Map<ProblemField, String> texts) {}

  /** Returns where the ledger is, or empty when the sheet has none. */
  static Optional<LedgerRows> find(Sheet sheet) {
    int best = -1;
    int most = FEWEST - 1;
    for (int row = 0; row < Math.min(LOOK_AT, sheet.rows().size()); row++) {
      Map<ProblemField, Integer> columns = columns(sheet, row);
      if (columns.size() > most && columns.containsKey(ProblemField.PROBLEM)) {
        best = row;
        most = columns.size();
      }
    }
    return best < 0
        ? Optional.empty()
        : Optional.of(new LedgerRows(sheet, best, columns(sheet, best), unknown(sheet, best)));
  }

  private static Map<ProblemField, Integer> columns(Sheet sheet, int row) {
    Map<ProblemField, Integer> columns = new EnumMap<>(ProblemField.class);
    for (int column = 0; column < sheet.rows().get(row).size(); column++) {
      int here = column;
      LedgerHeadings.find(sheet.cell(row, column).text())
          .ifPresent(field -> columns.putIfAbsent(field, here));
    }
    return columns;
  }

  private static List<String> unknown(Sheet sheet, int row) {
    return sheet.rows().get(row).stream()
        .map(Sheet.Cell::text)
        .filter(text -> !text.isEmpty() && !SERIAL.contains(text.toLowerCase()))
        .filter(text -> LedgerHeadings.find(text).isEmpty())
        .distinct()
        .toList();
  }

  /** Returns the columns that mean the same field as one before them. */
  List<Integer> doubledColumns() {
    return IntStream.range(0, sheet.rows().get(heading).size())
        .filter(
            column ->
                LedgerHeadings.find(sheet.cell(heading, column).text())
                    .filter(field -> columns.get(field) != column)
                    .isPresent())
        .boxed()
        .toList();
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int row = heading + 1; row < sheet.rows().size(); row++) {
      if (isEntry(row)) {
        entries.add(new Entry(row + 1, texts(row)));
      }
    }
    return entries;
  }

  /** Returns the rows with text below the headings that are no entries: headings again, sums. */
  List<Integer> asides() {
    return IntStream.range(heading + 1, sheet.rows().size())
        .filter(row -> !isBlank(row) && !isEntry(row))
        .mapToObj(row -> row + 1)
        .toList();
  }

  private boolean isEntry(int row) {
    return !isBlank(row) && !isOneText(row) && !isSum(row) && !isHeadingAgain(row);
  }

  private boolean isBlank(int row) {
    return sheet.rows().get(row).stream().allMatch(cell -> cell.text().isEmpty());
  }

  /** A title over a part of the table: one text alone, or one across a merged area. */
  private boolean isOneText(int row) {
    List<Sheet.Cell> cells =
        sheet.rows().get(row).stream().filter(cell -> !cell.text().isEmpty()).toList();
    return cells.size() == 1
        || cells.get(0).merged() >= 0
            && cells.stream().allMatch(cell -> cell.merged() == cells.get(0).merged());
  }

  private boolean isSum(int row) {
    String first =
        sheet.rows().get(row).stream()
            .map(Sheet.Cell::text)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return first.replaceAll("\\s", "").matches("合计.*|小计.*|总计.*");
  }

  private boolean isHeadingAgain(int row) {
    return columns.entrySet().stream()
            .filter(
                each ->
                    LedgerHeadings.find(sheet.cell(row, each.getValue()).text())
                        .filter(each.getKey()::equals)
                        .isPresent())
            .count()
        >= FEWEST;
  }

  private Map<ProblemField, String> texts(int row) {
    Map<ProblemField, String> texts = new EnumMap<>(ProblemField.class);
    columns.forEach(
        (field, column) -> {
          String text = sheet.cell(row, column).text();
          if (!text.isEmpty()) {
            texts.put(field, text);
          }
        });
    return texts;
  }
}
