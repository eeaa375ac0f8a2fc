package hongyan.service.doors;

import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.records.Topics;
import hongyan.service.doors.checks.CasualtyCheck;
import hongyan.service.doors.checks.Check;
import hongyan.service.doors.checks.KnownPlaces;
import hongyan.service.doors.forms.FieldNames;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Dead, sick, hurt and trapped birds, with the files of one upload or none. */
record CasualtyKind(Upload upload) implements Kind<Casualty> {

  @Override
  public String name() {
    return "casualty";
  }

  @Override
  public String topic() {
    return Topics.CASUALTIES;
  }

  @Override
  public Collection<Form> forms() {
    return List.of(Form.JSON, Form.NDJSON);
  }

  @Override
  public FieldNames fields() {
    return CasualtyCheck.FIELDS;
  }

  @Override
  public Check<Casualty> check(KnownPlaces places) {
    return new CasualtyCheck(places, upload.files());
  }

  @Override
  public String identity(Casualty casualty) {
    return casualty.casualtyID();
  }

  @Override
  public boolean sameContent(Casualty one, Casualty other) {
    return one.sameContent(other);
  }

  @Override
  public Receipt receipt(Casualty casualty) {
    return casualty.receipt();
  }

  @Override
  public void secure(List<Casualty> casualties) {
    if (!casualties.isEmpty()) {
      upload.keep();
    }
  }

  @Override
  public Set<String> identical(KnownRecords known, List<Casualty> casualties) {
    return known.identicalCasualties(casualties);
  }
}
