package hongyan.geo.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One prohibited conduct of Article 7.
 *
 * @param code for example {@code strong-light}
 * @param item 1 to 8
 * @param need what must be there besides the conduct
 * @param withoutLeave forbidden only without leave (擅自), so that a permit authorises it
 * @param leaveBy kinds of permits that authorise it although its words do not say 擅自
 * @param department the kind of authority that a lead goes to (articles 3 and 10)
 * @param beside those that act beside it
 * @param tools banned tools and methods that it is done with
 * @param source where the entry was read
 * @param certainty A to D, as in {@link Consequence}
 */
public record Conduct(
    String code,
    int item,
    Words name,
    Need need,
    boolean withoutLeave,
    List<String> leaveBy,
    Department department,
    List<Department> beside,
    Consequence consequence,
    List<Tool> tools,
    String source,
    String certainty) {

  public Conduct {
    beside = List.copyOf(beside);
    tools = List.copyOf(tools);
    leaveBy = List.copyOf(leaveBy);
  }

  /** Returns whether a permit of that kind authorises it, where it covers it. */
  public boolean knowsLeave(@Nullable String permitKind) {
    return withoutLeave || (permitKind != null && leaveBy.contains(permitKind));
  }
}
