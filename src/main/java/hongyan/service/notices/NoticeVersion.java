package hongyan.service.notices;

import java.time.Instant;

/**
 * A document as somebody left it.
 *
 * @param by who, as given: there are no accounts to hold it against
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
