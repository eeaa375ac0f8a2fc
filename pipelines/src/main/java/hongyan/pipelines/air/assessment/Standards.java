package hongyan.pipelines.air.assessment;

import hongyan.pipelines.air.AqiStandard;
import hongyan.pipelines.air.DataFile;
import hongyan.pipelines.air.Gb3095;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Source;
import hongyan.pipelines.air.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Every version of every standard that figures of the air are made by: which rule counts on which
 * date. Immutable, thread-safe.
 *
 * @param versions by standard, oldest first
 */
public record Standards(List<Version> versions, Gb3095 limits) {
  private static final String HJ_663 = "HJ 663";

  /**
   * One version of one standard.
   *
   * @param standard what it is a version of, for example {@code GB 3095}
   */
  public record Version(String standard, String id, Timeline.Effect effect, Source source) {

    /** Returns whether it is the rule for that date. */
    public boolean appliesOn(LocalDate date) {
      return effect.overlaps(date, date);
    }
  }

  public Standards {
    versions = List.copyOf(versions);
  }

  /**
   * Reads and checks all tables; called at start, so that nothing is computed by a broken one.
   *
   * @throws IllegalStateException naming file, version and dates of every gap and overlap in any
   *     table, and every table that cannot be read
   */
  public static Standards load() {
    return read(DataFile::text);
  }

  /**
   * Reads and checks all tables.
   *
   * @param files gives the text of a file by its path on the class path
   */
  static Standards read(UnaryOperator<String> files) {
    List<Version> versions = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    attempt(
        faults,
        () ->
            Gb3095.read(files).list().stream()
                .map(each -> new Version("GB 3095", each.id(), each.effect(), each.source()))
                .forEach(versions::add));
    attempt(
        faults,
        () ->
            AqiStandard.read(files).list().stream()
                .map(each -> new Version("HJ 633", each.id(), each.effect(), each.source()))
                .forEach(versions::add));
    attempt(
        faults,
        () ->
            Hj663.read(files).list().stream()
                .map(each -> new Version(HJ_663, each.id(), each.effect(), each.source()))
                .forEach(versions::add));
    attempt(
        faults,
        () ->
            CompositeIndex.read(files).list().stream()
                .map(each -> indexVersion(each, versions))
                .forEach(versions::add));
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("; ", faults));
    }
    return new Standards(versions, Gb3095.read(files));
  }

  private static Version indexVersion(CompositeIndex index, List<Version> versions) {
    boolean known = versions.stream().anyMatch(each -> each.standard().equals(HJ_663));
    if (known && versions.stream().noneMatch(each -> each.id().equals(index.rules()))) {
      throw new IllegalStateException(
          "%s: no version %s of HJ 663".formatted(index.id(), index.rules()));
    }
    return new Version("composite index", index.id(), index.effect(), index.source());
  }

  private static void attempt(List<String> faults, Runnable table) {
    try {
      table.run();
    } catch (IllegalStateException fault) {
      faults.add(String.valueOf(fault.getMessage()));
    }
  }
}
