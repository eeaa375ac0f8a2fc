package hongyan.service.demo;

/**
 * A fire or smoke at one pass: PM2.5 there jumps in the hours {@code fromHour} to {@code toHour}
 * (numbers of hours, inclusive) by {@code height} µg/m³, nowhere else.
 */
record SmokeNight(String site, int day, int fromHour, int toHour, int height) {

  boolean covers(String siteId, int hour) {
    return site.equals(siteId) && hour >= fromHour && hour <= toHour;
  }

  /** Whether instruments must not fail then, at the pass or around: evening to next morning. */
  boolean watches(int hour) {
    return hour >= day * 24 + 15 && hour <= day * 24 + 32;
  }
}
