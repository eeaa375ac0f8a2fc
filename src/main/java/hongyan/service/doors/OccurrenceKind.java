package hongyan.service.doors;

import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.records.Topics;
import hongyan.service.doors.checks.Check;
import hongyan.service.doors.checks.KnownPlaces;
import hongyan.service.doors.checks.OccurrenceCheck;
import hongyan.service.doors.forms.FieldNames;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Bird records in Darwin Core's terms. */
record OccurrenceKind() implements Kind<Occurrence> {

  @Override
  public String name() {
    return "occurrence";
  }

  @Override
  public String topic() {
    return Topics.OCCURRENCES;
  }

  @Override
  public Collection<Form> forms() {
    return List.of(Form.values());
  }

  @Override
  public FieldNames fields() {
    return OccurrenceCheck.FIELDS;
  }

  @Override
  public Check<Occurrence> check(KnownPlaces places) {
    return new OccurrenceCheck(places);
  }

  @Override
  public String identity(Occurrence occurrence) {
    return occurrence.occurrenceID();
  }

  @Override
  public boolean sameContent(Occurrence one, Occurrence other) {
    return one.sameContent(other);
  }

  @Override
  public Receipt receipt(Occurrence occurrence) {
    return occurrence.receipt();
  }

  @Override
  public Set<String> identical(KnownRecords known, List<Occurrence> occurrences) {
    return known.identicalOccurrences(occurrences);
  }
}
