package hongyan.pipelines.birds.quality;

import hongyan.geo.place.Geodesy;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.quality.DoubtNumber;
import hongyan.pipelines.quality.QualitySheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rule {@code IMPLAUSIBLE_SPEED}: a fix of a tagged bird that it cannot have reached from the fix
 * before, the uncertainty of both taken off the way. A fix that is as impossible to leave as to
 * reach is in doubt by itself, and what follows it is not; else it is the later of the two.
 *
 * <p>A track is judged month by month (UTC), each with the fixes just beside it. Half the earth's
 * circumference at the highest speed takes a few days, so no fix farther away in time can matter.
 */
public final class TrackRule implements ManyRule {
  private static final double HALF_THE_EARTH_METRES = 20_040_000;
  private static final Comparator<OccurrenceMark> ORDER =
      Comparator.comparing(OccurrenceMark::time).thenComparing(OccurrenceMark::occurrenceID);

  private final QualitySheet sheet = OccurrenceSheets.load("IMPLAUSIBLE_SPEED");
  private final double fastest = sheet.get("km-per-hour").doubleValue() / 3.6;
  private final double shortest = sheet.get("metres").doubleValue();
  private final double quickest = sheet.get("seconds").doubleValue();

  /** Twice the longest time that can matter: a fix, the one before and the one before that. */
  private final Duration reach = Duration.ofSeconds((long) (2 * HALF_THE_EARTH_METRES / fastest));

  @Override
  public List<OccurrenceMark> marks(OccurrenceChange change) {
    List<OccurrenceMark> marks = new ArrayList<>();
    if (change.before() != null) {
      add(change.before(), false, marks);
    }
    add(change.after(), true, marks);
    return marks;
  }

  @Override
  public List<OccurrenceDoubt> judge(Collection<OccurrenceMark> marks) {
    List<OccurrenceMark> track = marks.stream().sorted(ORDER).toList();
    List<OccurrenceDoubt> doubts = new ArrayList<>();
    for (int i = 1; i < track.size(); i++) {
      if (track.get(i).own() && tooFast(track, i) && !follows(track, i)) {
        doubts.add(doubt(track.get(i - 1), track.get(i)));
      }
    }
    return doubts;
  }

  /** Whether the fix before is itself out of place, so that this one is only where it belongs. */
  private boolean follows(List<OccurrenceMark> track, int i) {
    return i >= 2 && tooFast(track, i - 1) && !tooFast(track.get(i - 2), track.get(i));
  }

  private boolean tooFast(List<OccurrenceMark> track, int i) {
    return i > 0 && tooFast(track.get(i - 1), track.get(i));
  }

  private boolean tooFast(OccurrenceMark from, OccurrenceMark to) {
    double metres = metres(from, to);
    return metres > shortest && metres / seconds(from, to) > fastest;
  }

  /** The way that it must have made at least. */
  private static double metres(OccurrenceMark from, OccurrenceMark to) {
    return Geodesy.metres(from.position(), to.position()) - radius(from) - radius(to);
  }

  private double seconds(OccurrenceMark from, OccurrenceMark to) {
    return Math.max(quickest, Duration.between(from.time(), to.time()).toMillis() / 1_000.0);
  }

  private static double radius(OccurrenceMark mark) {
    Double radius = mark.radiusMetres();
    return radius == null ? 0 : radius;
  }

  private OccurrenceDoubt doubt(OccurrenceMark from, OccurrenceMark to) {
    BigDecimal kilometres = rounded(metres(from, to) / 1_000);
    BigDecimal speed = rounded(metres(from, to) / seconds(from, to) * 3.6);
    return OccurrenceDoubt.of(
        sheet,
        to,
        "距上一定位 %s 至少 %s 公里，时速 %s 公里".formatted(from.occurrenceID(), kilometres, speed),
        "at least %s km from the fix before, %s, at %s km/h"
            .formatted(kilometres, from.occurrenceID(), speed),
        new DoubtNumber("way", kilometres, "km"),
        new DoubtNumber("speed", speed, "km/h"),
        new DoubtNumber("km-per-hour", sheet.get("km-per-hour"), "km/h"));
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_EVEN);
  }

  private void add(PlacedOccurrence placed, boolean there, List<OccurrenceMark> marks) {
    Occurrence occurrence = placed.occurrence();
    String bird = occurrence.organismID();
    if (bird == null || !occurrence.birdsSeen()) {
      return;
    }
    String own = month(occurrence.eventStart());
    marks.add(mark(bird, own, true, there, occurrence));
    Stream.of(occurrence.eventStart().minus(reach), occurrence.eventStart().plus(reach))
        .map(TrackRule::month)
        .filter(month -> !month.equals(own))
        .distinct()
        .forEach(month -> marks.add(mark(bird, month, false, there, occurrence)));
  }

  private static OccurrenceMark mark(
      String bird, String month, boolean own, boolean there, Occurrence occurrence) {
    @Nullable Double radius = occurrence.coordinateUncertaintyInMeters();
    return new OccurrenceMark(
        bird + "|" + month,
        own,
        there,
        occurrence.occurrenceID(),
        occurrence.eventStart(),
        occurrence.position(),
        radius,
        null);
  }

  private static String month(Instant time) {
    return YearMonth.from(time.atOffset(ZoneOffset.UTC)).toString();
  }
}
