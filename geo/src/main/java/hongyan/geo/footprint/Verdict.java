package hongyan.geo.footprint;

import hongyan.geo.law.Words;
import java.util.Locale;

/** What a check comes to; an officer decides. */
public enum Verdict {
  CLEAR("未涉及保护区域", "no zone is concerned"),
  ASSESS("邻近保护区域：应当进行对候鸟影响的评估", "near a zone: to be assessed for its effect on birds"),
  AVOID(
      "占用或穿越保护区域：应当避让，确实无法避让的应当评估并采取措施",
      "on or across a zone: to be avoided; what cannot avoid it is assessed and mitigated");

  private final Words words;

  Verdict(String zh, String en) {
    this.words = new Words(zh, en);
  }

  /** Returns the word that JSON uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Words words() {
    return words;
  }
}
