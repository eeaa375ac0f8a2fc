package hongyan.service.reference;

import hongyan.geo.zones.Zone;
import hongyan.service.errors.Conflict;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where new versions of zones are entered, one after the other, each under the next number. */
@Component
class ZoneBook {
  private final ReferenceBook book;

  ZoneBook(ReferenceBook book) {
    this.book = book;
  }

  /**
   * Enters a version under the next number; one that says what the last one says changes nothing.
   *
   * @return the version as it is in force from its validFrom on
   * @throws Conflict when it would begin before the last one, or with it
   */
  synchronized Zone enter(Zone zone) {
    Optional<Zone> last =
        book.current().zones().stream()
            .filter(known -> known.id().equals(zone.id()))
            .max(Comparator.comparingInt(Zone::version));
    if (last.isPresent() && last.get().saysTheSameAs(zone)) {
      return last.get();
    }
    last.filter(known -> !zone.validFrom().isAfter(known.validFrom()))
        .ifPresent(
            known -> {
              throw new Conflict(
                  "zone %s has version %d from %s on; a new one begins later than that"
                      .formatted(zone.id(), known.version(), known.validFrom()));
            });
    Zone next = zone.numbered(last.map(known -> known.version() + 1).orElse(1));
    book.write(ReferenceKeys.entry(next));
    return next;
  }
}
