package hongyan.service.replay;

import hongyan.service.doors.archives.Archive;
import hongyan.service.doors.archives.ArchiveLimits;
import hongyan.service.doors.checks.OccurrenceCheck;
import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.forms.Item;
import hongyan.service.doors.forms.ItemSink;
import hongyan.service.doors.rejects.Language;
import hongyan.service.doors.rejects.Refusal;
import java.io.IOException;
import java.io.InputStream;

/** A Darwin Core Archive: sent whole, as it is, once it is seen to have bird records. */
final class DarwinCoreArchive implements RecordedFormat {

  @Override
  public String title() {
    return "Darwin Core Archive";
  }

  @Override
  public boolean recognises(Head head) {
    return head.text().startsWith("PK\u0003\u0004");
  }

  @Override
  public void read(InputStream in, Outlet outlet) throws IOException {
    byte[] zip = in.readAllBytes();
    Counter counter = new Counter();
    try {
      Archive.read(zip, ArchiveLimits.USUAL, OccurrenceCheck.FIELDS, counter);
    } catch (BodyFault fault) {
      throw new IOException(fault.fault().message(Language.EN), fault);
    }
    outlet.body(new Body("occurrences", "application/zip", zip, counter.records, null));
  }

  private static final class Counter implements ItemSink {
    private int records;

    @Override
    public void item(Item item) {
      records++;
    }

    @Override
    public void refused(Refusal refusal) {
      records += refusal.records();
    }

    @Override
    public void derived(int figures) {}
  }
}
