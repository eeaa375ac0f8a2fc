package hongyan.service.doors.forms;

import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Refusal;
import java.util.ArrayList;
import java.util.List;

/** A sink that keeps what it gets. */
final class Collected implements ItemSink {
  final List<Item> items = new ArrayList<>();
  final List<Refusal> refusals = new ArrayList<>();
  int derived;

  @Override
  public void item(Item item) {
    items.add(item);
  }

  @Override
  public void refused(Refusal refusal) {
    refusals.add(refusal);
  }

  @Override
  public void derived(int figures) {
    derived += figures;
  }

  /** Returns line, field and rule of every fault. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (Refusal refusal : refusals) {
      for (Fault fault : refusal.faults()) {
        faults.add(refusal.line() + " " + fault.field() + " " + fault.rule().code());
      }
    }
    return faults;
  }

  List<String> raws() {
    return items.stream().map(Item::raw).toList();
  }

  List<Integer> lines() {
    return items.stream().map(Item::line).toList();
  }
}
