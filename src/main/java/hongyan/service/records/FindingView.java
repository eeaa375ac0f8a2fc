package hongyan.service.records;

import com.fasterxml.jackson.annotation.JsonRawValue;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.service.api.GeoJson;
import hongyan.service.api.ZoneRefView;
import hongyan.service.reporters.Reporters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the API gives it back.
 *
 * @param reporter {@link Reporters#HIDDEN}, also within the receipt, for who may not know it
 */
record FindingView(
    String findingID,
    String conduct,
    Instant time,
    GeoJson.@Nullable Point position,
    @Nullable String county,
    @Nullable String zone,
    @Nullable String species,
    @Nullable Integer count,
    @Nullable String device,
    String source,
    String description,
    @Nullable String reporter,
    @Nullable Double confidence,
    List<String> attachments,
    @JsonRawValue @Nullable String geometry,
    @Nullable String seller,
    List<ZoneRefView> zones,
    ReceiptView receipt) {

  static FindingView of(PlacedFinding placed, boolean showReporter) {
    Finding finding = placed.finding();
    ReceiptView receipt = ReceiptView.of(finding.receipt());
    String hidden = finding.reporter() == null ? null : Reporters.HIDDEN;
    return new FindingView(
        finding.findingID(),
        finding.conduct(),
        finding.time(),
        finding.position() == null ? null : GeoJson.Point.of(finding.position()),
        placed.placement().county(),
        finding.zone(),
        finding.species(),
        finding.count(),
        finding.device(),
        finding.source(),
        finding.description(),
        showReporter ? finding.reporter() : hidden,
        finding.confidence(),
        finding.attachments(),
        finding.geometry(),
        finding.seller(),
        ZoneRefView.listOf(placed.placement()),
        showReporter ? receipt : receipt.withoutReporter());
  }
}
