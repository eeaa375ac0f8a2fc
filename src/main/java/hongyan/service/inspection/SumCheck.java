package hongyan.service.inspection;

import hongyan.service.documents.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether declared figures that should add up do.
 *
 * @param total the declared total
 * @param sum what the parts make; null when one of them is not declared
 * @param difference sum less total, null when one of them is
 */
public record SumCheck(
    String id,
    String title,
    List<Part> parts,
    @Nullable BigDecimal total,
    @Nullable BigDecimal sum,
    @Nullable BigDecimal difference,
    boolean consistent) {

  /** One addend; {@code declared} is null where the gazette gives no figure. */
  public record Part(String id, String title, @Nullable BigDecimal declared) {}

  public SumCheck {
    parts = List.copyOf(parts);
  }

  static SumCheck of(Target total, List<String> ids, Map<String, Target> byId, Language language) {
    List<Part> parts =
        ids.stream()
            .map(byId::get)
            .map(each -> new Part(each.id(), language.of(each.title()), each.declared()))
            .toList();
    BigDecimal sum = sumOf(parts);
    BigDecimal difference =
        sum == null || total.declared() == null ? null : sum.subtract(total.declared());
    return new SumCheck(
        total.id(),
        language.of(total.title()),
        parts,
        total.declared(),
        sum,
        difference,
        difference != null && difference.signum() == 0);
  }

  private static @Nullable BigDecimal sumOf(List<Part> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : parts) {
      if (part.declared() == null) {
        return null;
      }
      sum = sum.add(part.declared());
    }
    return sum;
  }
}
