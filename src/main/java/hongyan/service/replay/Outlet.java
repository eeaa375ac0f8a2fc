package hongyan.service.replay;

/** Where a {@link RecordedFormat} puts what it reads, in the order of the file. */
public interface Outlet {

  /** Tells of a station, before the first body with one of its readings; once or more often. */
  void station(MetStation station);

  void body(Body body);

  /** Tells of values or rows of the file that are no record, with the reason. */
  void notTaken(String reason, int count);
}
