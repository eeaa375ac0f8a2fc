package hongyan.geo.law;

/** Why a judgement came out as it did. */
public enum Reason {
  PROHIBITED("prohibited", "属于第七条禁止的行为", "a conduct that Article 7 forbids"),
  PERMITTED("permitted", "有有效许可，不属擅自", "a valid permit covers it"),
  BEFORE_EFFECT("before-effect", "发生在规定施行之前", "before the regulation's date of effect"),
  OUTSIDE_CITY("outside-city", "不在本市行政区域内", "outside the city's administrative area"),
  NO_ZONE_OR_BIRDS(
      "no-zone-or-birds", "该处无保护区域，也无候鸟记录", "neither a zone nor birds are recorded there"),
  NO_HABITAT_OR_BIRDS(
      "no-habitat-or-birds",
      "该处无栖息地或保护地，也无候鸟记录",
      "neither a habitat, a reserve nor birds are recorded there"),
  NO_REGISTERED_DEVICE(
      "no-registered-device", "未涉及登记的设备或界限标志", "no registered device or marker is concerned");

  private final String code;
  private final Words words;

  Reason(String code, String zh, String en) {
    this.code = code;
    this.words = new Words(zh, en);
  }

  /** Returns the word that JSON uses. */
  public String code() {
    return code;
  }

  public Words words() {
    return words;
  }
}
