package hongyan.service.inspection;

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
  private static final Pattern YEAR = Pattern.compile("-(\\d{4})(?=-|$)");
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
   * Returns what concerns that year: the city's declared and computed, or one county's computed.
   */
  List<Target> listOf(int year, @Nullable String county, Gb3095 limits) {
    List<Target> list = new ArrayList<>();
    yearly.forEach(each -> list.addAll(each.in(year, county, limits)));
    if (county == null) {
      fixed.stream().filter(each -> each.coversYear(year)).forEach(list::add);
    }
    return list;
  }

  /** Returns everything declared, and what is computed for each year that a document names. */
  List<Target> listAll(int currentYear, @Nullable String county, Gb3095 limits) {
    List<Integer> years =
        Stream.concat(
                yearly.stream().flatMap(each -> each.years().keySet().stream()),
                Stream.of(currentYear))
            .distinct()
            .sorted()
            .toList();
    List<Target> list = new ArrayList<>();
    yearly.forEach(each -> years.forEach(year -> list.addAll(each.in(year, county, limits))));
    if (county == null) {
      list.addAll(fixed);
    }
    return list;
  }

  /** Returns the target of that id, if there is one; computed ones carry their year in it. */
  Optional<Target> find(String id, Gb3095 limits) {
    Optional<Target> declared = fixed.stream().filter(each -> each.id().equals(id)).findFirst();
    Matcher year = YEAR.matcher(id);
    if (declared.isPresent() || !year.find()) {
      return declared;
    }
    Matcher county = COUNTY.matcher(id);
    String adcode = county.find() ? county.group(1) : null;
    return yearly.stream()
        .flatMap(each -> each.in(Integer.parseInt(year.group(1)), adcode, limits).stream())
        .filter(each -> each.id().equals(id))
        .findFirst();
  }
}
