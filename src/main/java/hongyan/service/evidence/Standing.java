package hongyan.service.evidence;

import hongyan.pipelines.records.Topics;
import hongyan.pipelines.reference.Device;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.Station;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Says which records are leads only. Administrative Penalty Law (2021), article 41: what a device
 * recorded counts only where the device was reviewed legally and technically, stands rightly, is
 * marked and its place is published. So of a device without those documents, and of what a program
 * recognised, nothing is more than a lead. Pure.
 */
final class Standing {

  private Standing() {}

  /** Returns why the record is a lead only, in Chinese; empty when it may become evidence. */
  static Optional<String> whyLeadOnly(String topic, JsonNode record, Reference reference) {
    return switch (topic) {
      case Topics.FINDINGS -> ofFinding(record, reference);
      case Topics.READINGS -> ofReading(record, reference);
      case Topics.OCCURRENCES ->
          "machineobservation".equalsIgnoreCase(record.path("basisOfRecord").asString(""))
              ? Optional.of("自动识别，未经人工核实")
              : Optional.empty();
      case Topics.FORECASTS -> Optional.of("预报，不是监测结果");
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofFinding(JsonNode finding, Reference reference) {
    if (!finding.path("source").asString("").equals("device")) {
      return Optional.empty();
    }
    if (finding.path("confidence").isNumber()) {
      return Optional.of("自动识别（置信度 %s），未经人工核实".formatted(finding.path("confidence").asString()));
    }
    return reference
            .findDevice(finding.path("device").asString(""))
            .filter(Device::isDocumented)
            .isPresent()
        ? Optional.empty()
        : Optional.of("设备设置地点未公布，或缺检定证书、法制和技术审核文件");
  }

  private static Optional<String> ofReading(JsonNode reading, Reference reference) {
    String id = reading.path("station").asString("");
    boolean official = reference.findStation(id).map(Station::role).isPresent();
    boolean documented =
        reference.devices().stream().anyMatch(d -> id.equals(d.station()) && d.isDocumented());
    return official || documented ? Optional.empty() : Optional.of("非评价点、对照点的传感器，缺检定证书等文件");
  }
}
