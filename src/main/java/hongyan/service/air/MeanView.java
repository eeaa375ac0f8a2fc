package hongyan.service.air;

import com.fasterxml.jackson.annotation.JsonProperty;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Mean;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A mean as the API gives it.
 *
 * @param value unrounded
 * @param rounded as the standard reports it
 * @param complete said as {@code final}: it only changes by correction
 */
record MeanView(
    String subject,
    String pollutant,
    String time,
    @Nullable BigDecimal value,
    @Nullable BigDecimal rounded,
    String unit,
    int count,
    boolean valid,
    @JsonProperty("final") boolean complete,
    String standard) {

  static MeanView of(AirFigure figure, Mean mean) {
    return new MeanView(
        figure.subject(),
        mean.pollutant().code(),
        AqiView.time(figure),
        mean.value(),
        mean.rounded(),
        mean.pollutant().unit(),
        mean.count(),
        mean.valid(),
        figure.complete(),
        figure.standard());
  }
}
