package hongyan.geo.footprint;

import hongyan.geo.law.Provision;
import hongyan.geo.law.Words;
import hongyan.geo.sheets.Sheet;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check goes by, from {@code zones/footprint.json}.
 *
 * @param nearMetres up to this distance a zone is near, unless somebody asks for another
 * @param mostNearMetres the most that may be asked for
 * @param mostBufferMetres the widest corridor on each side of a line
 * @param kindsThatCount kinds of zone that make the verdict; others are listed only
 */
public record FootprintSheet(
    String version,
    String source,
    String certainty,
    double nearMetres,
    double mostNearMetres,
    double mostBufferMetres,
    List<String> kindsThatCount,
    List<Article> provisions) {

  /** The one that the project ships. */
  public static final FootprintSheet SHEET =
      Sheet.read("zones/footprint.json", FootprintSheet.class);

  public FootprintSheet {
    kindsThatCount = List.copyOf(kindsThatCount);
    provisions = List.copyOf(provisions);
  }

  /** A provision as the file has it. */
  record Article(
      String zh, String en, @Nullable String from, @Nullable String to, String certainty) {

    Provision provision() {
      return new Provision(
          new Words(zh, en),
          from == null ? null : LocalDate.parse(from),
          to == null ? null : LocalDate.parse(to));
    }
  }

  /** Returns the provisions in force on that day. */
  public List<Words> provisionsOn(LocalDate day) {
    return provisions.stream()
        .map(Article::provision)
        .filter(provision -> provision.appliesOn(day))
        .map(Provision::name)
        .toList();
  }
}
