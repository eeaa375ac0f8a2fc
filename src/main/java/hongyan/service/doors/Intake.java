package hongyan.service.doors;

import hongyan.service.doors.checks.Check;
import hongyan.service.doors.checks.Checked;
import hongyan.service.doors.checks.Stamp;
import hongyan.service.doors.forms.Item;
import hongyan.service.doors.forms.ItemSink;
import hongyan.service.doors.rejects.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Collects what becomes of the items of one body. Not thread-safe. */
final class Intake<R> implements ItemSink {
  private final Check<R> check;
  private final Stamp stamp;
  private final List<R> records = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Answer.GivenId> givenIds = new ArrayList<>();
  private int derivedFigures;

  Intake(Check<R> check, Stamp stamp) {
    this.check = check;
    this.stamp = stamp;
  }

  @Override
  public void item(Item item) {
    Checked<R> checked = check.check(item, stamp);
    if (checked.record() == null) {
      refusals.add(new Refusal(item.line(), item.raw(), 1, checked.faults()));
      return;
    }
    records.add(checked.record());
    if (checked.generatedId() != null) {
      givenIds.add(new Answer.GivenId(item.line(), checked.generatedId()));
    }
  }

  @Override
  public void refused(Refusal refusal) {
    refusals.add(refusal);
  }

  @Override
  public void derived(int figures) {
    derivedFigures += figures;
  }

  List<R> records() {
    return records;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  List<Answer.GivenId> givenIds() {
    return givenIds;
  }

  int derivedFigures() {
    return derivedFigures;
  }
}
