package hongyan.service.problems.sheets;

import hongyan.geo.law.Words;

/** Thrown when a file as a whole cannot be read as a ledger. */
final class TableFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String rule;
  private final transient Words words;

  TableFault(int status, String rule, String zh, String en) {
    super(en);
    this.status = status;
    this.rule = rule;
    this.words = new Words(zh, en);
  }

  int status() {
    return status;
  }

  String rule() {
    return rule;
  }

  Words words() {
    return words;
  }
}
