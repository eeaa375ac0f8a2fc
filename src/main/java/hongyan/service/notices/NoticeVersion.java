package hongyan.service.notices;

import java.time.Instant;

/**
 * A document as somebody left it.
 *
 * @param by account of who did it, empty for a draft
 */
record NoticeVersion(State state, Instant at, String by, String role, Notice notice) {

  /**
   * Where a document stands. One that nobody touched yet is made anew each time it is looked at.
   */
  enum State {
    DRAFT,
    EDITED,
    ISSUED
  }
}
