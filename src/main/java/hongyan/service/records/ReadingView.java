package hongyan.service.records;

import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import hongyan.service.api.ZoneRefView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reading as the API gives it back. */
record ReadingView(
    String station,
    Instant time,
    String pollutant,
    BigDecimal value,
    String unit,
    String flag,
    String averaging,
    @Nullable String county,
    List<ZoneRefView> zones,
    ReceiptView receipt) {

  static ReadingView of(PlacedReading placed) {
    Reading reading = placed.reading();
    return new ReadingView(
        reading.station(),
        reading.time(),
        reading.pollutant().code(),
        reading.value(),
        reading.pollutant().unit(),
        reading.flag().name(),
        reading.averaging().name(),
        placed.placement().county(),
        ZoneRefView.listOf(placed.placement()),
        ReceiptView.of(reading.receipt()));
  }
}
