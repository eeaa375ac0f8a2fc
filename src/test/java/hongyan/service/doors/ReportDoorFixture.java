package hongyan.service.doors;

import hongyan.geo.law.Article7;
import hongyan.service.doors.rejects.Reject;
import hongyan.service.log.RecordLog;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** The public's door on a log in memory: reports up to 4 kB, three files of 100 kB. */
public final class ReportDoorFixture {
  private final TestDoor doors = new TestDoor();

  public ReportDoor door() {
    return new ReportDoor(
        doors.door,
        doors.log,
        new ArrivalClock(TestDoor.CLOCK),
        doors.settings,
        new ReportSettings(DataSize.ofKilobytes(4), DataSize.ofKilobytes(100), 3, 2),
        doors.attachments,
        TestDoor.Attachments.LIMITS,
        Article7.load());
  }

  /** Everything that was put on the log, in its order. */
  public List<RecordLog.Entry> entries() {
    return doors.log.entries;
  }

  public List<Reject> rejects() {
    return doors.log.values("rejects", Reject.class);
  }

  public boolean keeps(String sha256) {
    return doors.attachments.find(sha256).isPresent();
  }
}
