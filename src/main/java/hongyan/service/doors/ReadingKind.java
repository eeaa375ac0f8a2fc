package hongyan.service.doors;

import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.records.Topics;
import hongyan.service.doors.checks.Check;
import hongyan.service.doors.checks.KnownPlaces;
import hongyan.service.doors.checks.ReadingCheck;
import hongyan.service.doors.forms.FieldNames;
import hongyan.service.doors.forms.ItemSink;
import hongyan.service.doors.forms.NationalArchive;
import hongyan.service.doors.forms.Table;
import hongyan.service.doors.forms.TableForm;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Air readings; a table is told by its header to be long or the national hourly archive. */
record ReadingKind() implements Kind<Reading> {

  @Override
  public String name() {
    return "reading";
  }

  @Override
  public String topic() {
    return Topics.READINGS;
  }

  @Override
  public Collection<Form> forms() {
    return List.of(Form.JSON, Form.NDJSON, Form.CSV);
  }

  @Override
  public FieldNames fields() {
    return ReadingCheck.FIELDS;
  }

  @Override
  public Check<Reading> check(KnownPlaces places) {
    return new ReadingCheck(places);
  }

  @Override
  public String identity(Reading reading) {
    return reading.identity();
  }

  /** The station: what is computed together then lies together in one partition. */
  @Override
  public String key(Reading record) {
    return record.station();
  }

  @Override
  public boolean sameContent(Reading one, Reading other) {
    return one.sameContent(other);
  }

  @Override
  public Receipt receipt(Reading reading) {
    return reading.receipt();
  }

  @Override
  public Set<String> identical(KnownRecords known, List<Reading> readings) {
    return known.identicalReadings(readings);
  }

  @Override
  public void readTable(Table table, KnownPlaces places, ItemSink sink) {
    if (NationalArchive.isHeader(table.header())) {
      NationalArchive.read(table, places::isStation, sink);
    } else {
      TableForm.read(table, fields(), sink);
    }
  }
}
