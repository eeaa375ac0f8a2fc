package hongyan.service.reference;

import hongyan.geo.law.NoHuntingPeriod;
import hongyan.geo.law.Permit;
import hongyan.geo.zones.Zone;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.reference.Assessment;
import hongyan.pipelines.reference.Device;
import hongyan.pipelines.reference.DustDay;
import hongyan.pipelines.reference.Station;
import hongyan.service.log.RecordLog.Entry;

/** Entries of the reference topic, under the keys that its followers know. */
final class ReferenceKeys {
  private ReferenceKeys() {}

  static Entry entry(Station station) {
    return new Entry(Topics.REFERENCE, "station/" + station.id(), station);
  }

  static Entry entry(Device device) {
    return new Entry(Topics.REFERENCE, "device/" + device.id(), device);
  }

  static Entry entry(Permit permit) {
    return new Entry(Topics.REFERENCE, "permit/" + permit.id(), permit);
  }

  static Entry entry(DustDay dustDay) {
    return new Entry(Topics.REFERENCE, dustDayKey(dustDay.date()), dustDay);
  }

  /** Returns the entry that takes the day of dust away. */
  static Entry noDustDay(String date) {
    return new Entry(Topics.REFERENCE, dustDayKey(date), null);
  }

  private static String dustDayKey(String date) {
    return "dust-day/" + date;
  }

  static Entry entry(NoHuntingPeriod period) {
    return new Entry(Topics.REFERENCE, "no-hunting-period/" + period.id(), period);
  }

  static Entry entry(Assessment assessment) {
    return new Entry(Topics.REFERENCE, "assessment/" + assessment.id(), assessment);
  }

  static Entry entry(Zone zone) {
    return new Entry(Topics.REFERENCE, "zone/" + zone.id() + "/" + zone.version(), zone);
  }
}
