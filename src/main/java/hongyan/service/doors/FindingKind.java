package hongyan.service.doors;

import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.records.Topics;
import hongyan.service.doors.checks.Check;
import hongyan.service.doors.checks.FindingCheck;
import hongyan.service.doors.checks.KnownPlaces;
import hongyan.service.doors.forms.FieldNames;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Reported conducts, of the codes of Article 7's catalogue. */
record FindingKind(Predicate<String> isConduct) implements Kind<Finding> {

  @Override
  public String name() {
    return "finding";
  }

  @Override
  public String topic() {
    return Topics.FINDINGS;
  }

  @Override
  public Collection<Form> forms() {
    return List.of(Form.JSON, Form.NDJSON);
  }

  @Override
  public FieldNames fields() {
    return FindingCheck.FIELDS;
  }

  @Override
  public Check<Finding> check(KnownPlaces places) {
    return new FindingCheck(places, isConduct);
  }

  @Override
  public String identity(Finding finding) {
    return finding.findingID();
  }

  @Override
  public boolean sameContent(Finding one, Finding other) {
    return one.sameContent(other);
  }

  @Override
  public Receipt receipt(Finding finding) {
    return finding.receipt();
  }

  @Override
  public Set<String> identical(KnownRecords known, List<Finding> findings) {
    return known.identicalFindings(findings);
  }
}
