package hongyan.service.records;

import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.PlacedCasualty;
import hongyan.service.api.GeoJson;
import hongyan.service.api.ZoneRefView;
import hongyan.service.reporters.Reporters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A casualty as the API gives it back.
 *
 * @param reporter {@link Reporters#HIDDEN}, also within the receipt, for who may not know it
 */
record CasualtyView(
    String casualtyID,
    Instant time,
    GeoJson.@Nullable Point position,
    @Nullable String county,
    @Nullable String species,
    int dead,
    int sick,
    int injured,
    int trapped,
    @Nullable String behaviour,
    @Nullable String samples,
    @Nullable String disposal,
    String source,
    String description,
    @Nullable String reporter,
    List<String> attachments,
    List<ZoneRefView> zones,
    ReceiptView receipt) {

  static CasualtyView of(PlacedCasualty placed, boolean showReporter) {
    Casualty casualty = placed.casualty();
    ReceiptView receipt = ReceiptView.of(casualty.receipt());
    String hidden = casualty.reporter() == null ? null : Reporters.HIDDEN;
    return new CasualtyView(
        casualty.casualtyID(),
        casualty.time(),
        casualty.position() == null ? null : GeoJson.Point.of(casualty.position()),
        placed.placement().county(),
        casualty.species(),
        casualty.toll().dead(),
        casualty.toll().sick(),
        casualty.toll().injured(),
        casualty.toll().trapped(),
        casualty.behaviour(),
        casualty.samples(),
        casualty.disposal(),
        casualty.source(),
        casualty.description(),
        showReporter ? casualty.reporter() : hidden,
        casualty.attachments(),
        ZoneRefView.listOf(placed.placement()),
        showReporter ? receipt : receipt.withoutReporter());
  }
}
