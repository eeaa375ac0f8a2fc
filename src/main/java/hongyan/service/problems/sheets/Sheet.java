package hongyan.service.problems.sheets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a table, as text.
 *
 * @param name the sheet's, or null in CSV
 * @param rows in order; the first is row 1, every one that the file has
 */
record Sheet(@Nullable String name, List<List<Cell>> rows) {

  /**
   * One cell.
   *
   * @param text empty when it has none
   * @param spread whether the text is that of a merged area that begins elsewhere
   * @param merged the number of the merged area that it lies in, or -1
   */
  record Cell(String text, boolean spread, int merged) {
    static final Cell EMPTY = new Cell("", false, -1);

    static Cell of(String text) {
      return text.isEmpty() ? EMPTY : new Cell(text, false, -1);
    }
  }

  Cell cell(int row, int column) {
    List<Cell> cells = rows.get(row);
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }

  /** Returns the letters over a column, counted from 0. */
  static String letters(int column) {
    String letter = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? letter : letters(column / 26 - 1) + letter;
  }
}
