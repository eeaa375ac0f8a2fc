package hongyan.pipelines.alerts;

import org.jspecify.annotations.Nullable;

/**
 * What one cause gives: one finding, one night's smoke, one collapse of a roost, one device. Leads
 * that support each other become one alert.
 *
 * @param alert the alert that it would be alone; {@code supported} false takes the lead back
 * @param evidence which kind of source it comes from: {@code patrol}, {@code public}, {@code
 *     device/camera}, {@code device/recorder}, {@code air}, {@code counts}, ... Sources of one kind
 *     repeat each other, those of several support each other
 * @param alone false for one that is too weak to be an alert by itself
 * @param seller the person, shop or account that a report of trade names, or null
 */
public record Lead(Alert alert, String evidence, boolean alone, @Nullable String seller) {

  /** A lead that stands alone. */
  public static Lead of(Alert alert, String evidence) {
    return new Lead(alert, evidence, true, null);
  }

  /** Returns the id of its alert. */
  public String id() {
    return alert.id();
  }

  /** Returns the same of another alert. */
  public Lead with(Alert other) {
    return new Lead(other, evidence, alone, seller);
  }
}
