package hongyan.service.inspection;

import hongyan.service.documents.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether figures that should add up do.
 *
 * @param of {@code declared} or {@code ledger}: which figures
 * @param total the figure of the total
 * @param sum what the parts make; null when one of them is missing
 * @param difference sum less total, null when one of them is
 */
public record SumCheck(
    String of,
    String id,
    String title,
    List<Part> parts,
    @Nullable BigDecimal total,
    @Nullable BigDecimal sum,
    @Nullable BigDecimal difference,
    boolean consistent) {

  /** One addend; {@code figure} is null where there is none. */
  public record Part(String id, String title, @Nullable BigDecimal figure) {}

  public SumCheck {
    parts = List.copyOf(parts);
  }

  static SumCheck of(
      String of,
      Target total,
      List<String> ids,
      Map<String, Target> byId,
      Function<Target, @Nullable BigDecimal> figure,
      Language language) {
    List<Part> parts =
        ids.stream()
            .map(byId::get)
            .map(each -> new Part(each.id(), language.of(each.title()), figure.apply(each)))
            .toList();
    BigDecimal sum = sumOf(parts);
    BigDecimal whole = figure.apply(total);
    BigDecimal difference = sum == null || whole == null ? null : sum.subtract(whole);
    return new SumCheck(
        of,
        total.id(),
        language.of(total.title()),
        parts,
        whole,
        sum,
        difference,
        difference != null && difference.signum() == 0);
  }

  private static @Nullable BigDecimal sumOf(List<Part> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : parts) {
      if (part.figure() == null) {
        return null;
      }
      sum = sum.add(part.figure());
    }
    return sum;
  }
}
