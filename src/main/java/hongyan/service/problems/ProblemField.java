package hongyan.service.problems;

import hongyan.geo.law.Words;

/** The fields of an entry, in the order of the ledger's columns. */
public enum ProblemField {
  ID("id", "编号", "id"),
  CAMPAIGN("campaign", "专项行动", "campaign"),
  COUNTY("county", "县市区", "county"),
  PLACE("place", "地点", "place"),
  LON("lon", "经度", "longitude"),
  LAT("lat", "纬度", "latitude"),
  ENTERPRISE("enterprise", "企业名称", "enterprise"),
  PROBLEM("problem", "存在问题", "problem"),
  DEPARTMENT("department", "责任单位", "department"),
  FOUND_BY("foundBy", "发现单位", "found by"),
  FOUND_ON("foundOn", "发现时间", "found on"),
  KIND("kind", "处理方式", "kind"),
  DEADLINE("deadline", "整改期限", "deadline"),
  STATE("state", "整改状态", "state"),
  RECTIFIED_ON("rectifiedOn", "整改完成时间", "rectified on"),
  EVIDENCE("evidence", "佐证材料", "evidence"),
  NOTE("note", "备注", "note");

  private final String code;
  private final Words words;

  ProblemField(String code, String zh, String en) {
    this.code = code;
    this.words = new Words(zh, en);
  }

  /** Returns its name in JSON. */
  public String code() {
    return code;
  }

  /** Returns the heading of its column. */
  public Words words() {
    return words;
  }

  /** Returns whether it holds a day. */
  public boolean isDay() {
    return this == FOUND_ON || this == DEADLINE || this == RECTIFIED_ON;
  }
}
