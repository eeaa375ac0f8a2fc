package hongyan.service.doors.checks;

import hongyan.service.doors.forms.Item;

/**
 * Turns an item into a record of one kind, or says what is wrong with it. Never throws for data.
 */
@FunctionalInterface
public interface Check<R> {
  Checked<R> check(Item item, Stamp stamp);
}
