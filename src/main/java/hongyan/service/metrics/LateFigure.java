package hongyan.service.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.function.DoubleSupplier;

/** A figure that is asked for when it is read. */
public final class LateFigure {

  private LateFigure() {}

  /**
   * Registers it. One that cannot be had is NaN: part of what is measured may be away, and the rest
   * must still be told.
   */
  public static void register(MeterRegistry meters, String name, Tags tags, DoubleSupplier figure) {
    Gauge.builder(
            name,
            () -> {
              try {
                return figure.getAsDouble();
              } catch (RuntimeException away) {
                return Double.NaN;
              }
            })
        .tags(tags)
        .register(meters);
  }
}
