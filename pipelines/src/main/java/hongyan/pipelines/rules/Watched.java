package hongyan.pipelines.rules;

import hongyan.pipelines.air.DataFile;
import java.util.List;
import java.util.Optional;

/**
 * Which conducts and devices the rules over signals look at ({@code rules/watched.json}).
 *
 * @param disturbing conducts after which a roost may collapse
 * @param mobileDevices kinds of device that move by nature
 */
public record Watched(
    String id,
    String version,
    String source,
    String certainty,
    List<Detection> detections,
    List<String> disturbing,
    List<String> mobileDevices) {

  /**
   * A rule over what instruments detect.
   *
   * @param rule id of its sheet
   * @param devices kinds of device that are made for it
   */
  public record Detection(String rule, List<String> conducts, List<String> devices) {
    public Detection {
      conducts = List.copyOf(conducts);
      devices = List.copyOf(devices);
    }
  }

  public Watched {
    detections = List.copyOf(detections);
    disturbing = List.copyOf(disturbing);
    mobileDevices = List.copyOf(mobileDevices);
  }

  public static Watched load() {
    return DataFile.read("/rules/watched.json", Watched.class);
  }

  /** Returns the rule that looks at detections of a conduct. */
  public Optional<Detection> findDetection(String conduct) {
    return detections.stream().filter(each -> each.conducts().contains(conduct)).findFirst();
  }
}
