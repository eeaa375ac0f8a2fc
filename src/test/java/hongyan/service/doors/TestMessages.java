package hongyan.service.doors;

import hongyan.service.doors.checks.TestPlaces;
import java.time.Clock;
import java.util.List;

/** The door for messages on a log in memory; it takes readings only. */
public final class TestMessages {
  private TestMessages() {}

  public static MessageDoor door(MemoryLog log) {
    Clock clock = Clock.systemUTC();
    Door door =
        new Door("test", log, TestPlaces::new, new Stored(), clock, new ArrivalClock(clock));
    return new MessageDoor(door, List.of(new ReadingKind()));
  }
}
