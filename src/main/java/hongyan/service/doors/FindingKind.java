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

/**
 * Reported conducts, of the codes of Article 7's catalogue, with the files of one upload or none.
 */
record FindingKind(Predicate<String> isConduct, Upload upload) implements Kind<Finding> {

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
    return new FindingCheck(places, isConduct, upload.files());
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
  public void secure(List<Finding> findings) {
    if (!findings.isEmpty()) {
      upload.keep();
    }
  }

  @Override
  public Set<String> identical(KnownRecords known, List<Finding> findings) {
    return known.identicalFindings(findings);
  }
}
