package hongyan.service.publicreports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a report is, in the only words that a stranger is told. */
enum Progress {
  RECEIVED("已收到", "received"),
  BEING_LOOKED_AT("正在核实", "being looked at"),
  PASSED_ON("已交办", "passed on"),
  CLOSED("已办结", "closed");

  private final String zh;
  private final String en;

  Progress(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String words(Locale locale) {
    return locale.getLanguage().equals("en") ? en : zh;
  }
}
