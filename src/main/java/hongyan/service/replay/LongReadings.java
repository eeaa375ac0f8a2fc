package hongyan.service.replay;

import java.io.IOException;
import java.io.InputStream;

/** Readings as the contract's long table: one value a row. */
final class LongReadings implements RecordedFormat {

  @Override
  public String title() {
    return "readings, long table";
  }

  @Override
  public boolean recognises(Head head) {
    return !head.tabbed() && head.hasColumns("station", "time", "pollutant", "value");
  }

  @Override
  public void read(InputStream in, Outlet outlet) throws IOException {
    ContractTable.oneARow("readings", false, "time").read(in, outlet);
  }
}
