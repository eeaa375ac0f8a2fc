package hongyan.service.notices;

import org.springframework.stereotype.Component;

/** The door of this package for those who count documents. */
@Component
public class NoticeCounts {
  private final NoticeStore store;

  NoticeCounts(NoticeStore store) {
    this.store = store;
  }

  /** Counts the daily reviews about days of that year that were issued. */
  public int countReviews(int year) {
    return count(Notice.Kind.DAILY_REVIEW, year);
  }

  /** Counts the forecast bulletins of days of that year that were issued. */
  public int countBulletins(int year) {
    return count(Notice.Kind.FORECAST_BULLETIN, year);
  }

  private int count(Notice.Kind kind, int year) {
    return store.listIssued(kind, year + "-01-01", year + "-12-31").size();
  }
}
