package hongyan.service.replay;

import java.io.InputStream;

/** The national real-time feed as GeoJSON points ({@link NationalFeed}), one a station. */
final class NationalFeedGeoJson implements RecordedFormat {

  @Override
  public String title() {
    return "national feed, GeoJSON (Beijing time, the feed's swapped ozone columns set right)";
  }

  @Override
  public boolean recognises(Head head) {
    return head.isGeoJson() && head.hasKey("stationcode") && head.hasKey("timepoint");
  }

  @Override
  public void read(InputStream in, Outlet outlet) {
    NationalFeed feed = new NationalFeed(outlet);
    Features.read(
        in,
        feature -> feed.row(column -> Features.text(feature, column), Features.position(feature)));
    feed.flush();
  }
}
