package hongyan.geo.law;

/** Why a permit does not cover something. */
public enum PermitGap {
  CONDUCT("未许可该行为", "it does not allow this conduct"),
  NOT_YET("尚未生效", "it was not valid yet"),
  RUN_OUT("已过期", "it had run out"),
  ZONE("不在许可的保护区域内", "not in the zone that it names"),
  COUNTY("不在许可的县市区内", "not in the county that it names"),
  PLACE("不在许可的地点范围内", "not within the place that it names"),
  SPECIES("物种不在许可范围内或未知", "not a species that it names, or not known which"),
  HOLDER("行为人不是持证人", "not done by its holder");

  private final Words words;

  PermitGap(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
