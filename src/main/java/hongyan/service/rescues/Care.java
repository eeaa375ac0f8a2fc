package hongyan.service.rescues;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The door of this package for those who ask whether somebody cares for the birds of a casualty.
 */
@Component
public class Care {
  private final RescueStore store;

  Care(RescueStore store) {
    this.store = store;
  }

  /** Returns whether birds of it came into care. */
  public boolean isOpened(String casualty) {
    return !store.listOf(casualty).isEmpty();
  }

  /** Returns whether birds of it came into care, and something became of every one. */
  public boolean isOver(String casualty) {
    List<Rescue> cases = store.listOf(casualty);
    return !cases.isEmpty() && cases.stream().allMatch(rescue -> rescue.inCare() == 0);
  }
}
