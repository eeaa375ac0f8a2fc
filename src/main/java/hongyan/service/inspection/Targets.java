package hongyan.service.inspection;

import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Gb3095;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All inspection targets of a city: those that a document declares, and those that are computed for
 * every year. Immutable, thread-safe.
 *
 * @param fixed in the order of the file
 */
public record Targets(List<Target> fixed, List<YearlyTarget> yearly) {
  private static final Pattern PERIOD =
      Pattern.compile("-(\\d{4}(?:-(?:Q[1-4]|H[12]|0[1-9]|1[0-2]))?)(?=-|$)");
  private static final Pattern COUNTY = Pattern.compile("-(\\d{6})(?=-|$)");

  public Targets {
    fixed = List.copyOf(fixed);
    yearly = List.copyOf(yearly);
  }

  /**
   * Reads a targets file, such as {@code targets.json} of the city's folder.
   *
   * @throws IllegalStateException naming file, entry and fault of everything that is wrong in it
   */
  public static Targets read(InputStream in, String fileName) {
    return new TargetReader(fileName).read(in);
  }

  /**
   * Returns what concerns that period: the city's or one county's. What a document declares is of
   * whole years.
   */
  List<Target> listOf(CivilPeriod period, @Nullable String county, Gb3095 limits) {
    List<Target> list = new ArrayList<>();
    yearly.forEach(each -> list.addAll(each.in(period, county, limits)));
    if (period.isYear()) {
      fixed.stream()
          .filter(each -> each.coversYear(period.from().getYear()))
          .forEach(each -> list.addAll(of(each, county)));
    }
    return list;
  }

  private static List<Target> of(Target target, @Nullable String county) {
    return county == null ? List.of(target) : target.of(county).stream().toList();
  }

  /** Returns everything declared, and what is computed for each year that a document names. */
  List<Target> listAll(int currentYear, @Nullable String county, Gb3095 limits) {
    List<CivilPeriod> years =
        Stream.concat(
                yearly.stream().flatMap(each -> each.years().keySet().stream()),
                Stream.of(currentYear))
            .distinct()
            .sorted()
            .map(CivilPeriod::ofYear)
            .toList();
    List<Target> list = new ArrayList<>();
    yearly.forEach(each -> years.forEach(year -> list.addAll(each.in(year, county, limits))));
    fixed.forEach(each -> list.addAll(of(each, county)));
    return list;
  }

  /** Returns the target of that id, if there is one; computed ones carry their period in it. */
  Optional<Target> find(String id, Gb3095 limits) {
    Matcher county = COUNTY.matcher(id);
    String adcode = county.find() ? county.group(1) : null;
    Optional<Target> declared =
        fixed.stream()
            .flatMap(
                each ->
                    adcode == null
                        ? Stream.of(each)
                        : Stream.concat(Stream.of(each), each.of(adcode).stream()))
            .filter(each -> each.id().equals(id))
            .findFirst();
    Matcher period = PERIOD.matcher(id);
    if (declared.isPresent() || !period.find()) {
      return declared;
    }
    CivilPeriod wanted = CivilPeriod.parse(period.group(1));
    return yearly.stream()
        .flatMap(each -> each.in(wanted, adcode, limits).stream())
        .filter(each -> each.id().equals(id))
        .findFirst();
  }
}
