package hongyan.service.doors.forms;

import hongyan.service.doors.rejects.Refusal;

/** Takes what a form finds in a body, in the body's order. */
public interface ItemSink {
  void item(Item item);

  /** Takes what could not even become an item. */
  void refused(Refusal refusal);

  /** Takes note of values that are derived figures, not readings. */
  void derived(int figures);
}
