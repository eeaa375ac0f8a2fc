package hongyan.service.log;

/** Something that the service keeps of one topic of the log. */
public interface LogReader {

  String topic();

  /**
   * Takes one value, within the transaction that also moves the position on. What it writes must be
   * an upsert: the log may hold the same thing twice.
   */
  void take(byte[] value);
}
