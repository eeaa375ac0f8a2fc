package hongyan.service.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Occurrences under Darwin Core headers, comma- or tab-separated, as the contract has them. */
final class OccurrenceTable implements RecordedFormat {

  @Override
  public String title() {
    return "Darwin Core table";
  }

  @Override
  public boolean recognises(Head head) {
    return head.hasColumns("occurrenceID") || head.hasColumns("scientificName", "eventDate");
  }

  @Override
  public void read(InputStream in, Outlet outlet) throws IOException {
    BufferedInputStream table = new BufferedInputStream(in, Head.SIZE);
    table.mark(Head.SIZE);
    boolean tabbed = Head.of(table.readNBytes(Head.SIZE)).tabbed();
    table.reset();
    ContractTable.oneARow("occurrences", tabbed, "eventDate").read(table, outlet);
  }
}
