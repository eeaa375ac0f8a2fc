package hongyan.service.notices;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The door of this package for those who count documents. */
@Component
public class NoticeCounts {
  private final NoticeStore store;

  NoticeCounts(NoticeStore store) {
    this.store = store;
  }

  /** Counts the daily reviews about days of a span that were issued. */
  public int countReviews(LocalDate from, LocalDate to) {
    return count(Notice.Kind.DAILY_REVIEW, from, to);
  }

  /** Counts the forecast bulletins of days of a span that were issued. */
  public int countBulletins(LocalDate from, LocalDate to) {
    return count(Notice.Kind.FORECAST_BULLETIN, from, to);
  }

  private int count(Notice.Kind kind, LocalDate from, LocalDate to) {
    return store.listIssued(kind, from.toString(), to.toString()).size();
  }
}
