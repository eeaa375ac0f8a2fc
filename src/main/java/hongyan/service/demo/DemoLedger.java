package hongyan.service.demo;

import hongyan.geo.place.County;
import hongyan.service.replay.Body;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * Makes the year's ledger of problems, as the table that a bureau would send. Every entry's number
 * begins with {@code demo-}, every problem says that it is generated; the enterprises do not exist.
 *
 * @param counties where the problems are
 */
record DemoLedger(long seed, DemoDays days, List<County> counties) {
  private static final String PATH = "inspection/problems/import?dryRun=false";
  private static final String HEADINGS =
      "编号,专项行动,县市区,企业名称,存在问题,责任单位,发现单位,发现时间,处理方式,整改期限,整改状态,佐证材料\n";

  /** A campaign, how many problems it finds, and what kind of enterprise it looks at. */
  private record Campaign(String title, int problems, String enterprise, List<String> faults) {}

  private static final List<Campaign> CAMPAIGNS =
      List.of(
          new Campaign("挥发性有机物排查整治", 26, "印刷厂", List.of("活性炭未及时更换", "废气收集不全", "含VOCs原料未密闭")),
          new Campaign("守护蓝天行动", 20, "建材厂", List.of("物料堆场未覆盖", "车间门窗未关闭", "道路积尘")),
          new Campaign("市级督察", 18, "食品厂", List.of("自行监测不规范", "环保台账不全", "治理设施故障未报告")),
          new Campaign("加油站油气回收检查", 12, "加油站", List.of("油气回收泵失效", "密闭性检测超期")),
          new Campaign("重污染天气应急减排检查", 4, "砖厂", List.of("未落实应急减排措施")),
          new Campaign("中央生态环境保护督察及回头看", 8, "矿业公司", List.of("渗滤液处理不到位", "生态修复滞后")),
          new Campaign("长江经济带生态环境警示片", 4, "尾矿库", List.of("尾矿库渗漏", "岸线垃圾清理不彻底")));

  /** Returns the ledger as one body, to be sent after the year's records. */
  Body body() {
    Chance chance = Chance.of(seed, "ledger");
    StringBuilder table = new StringBuilder(HEADINGS);
    int number = 0;
    for (Campaign campaign : CAMPAIGNS) {
      for (int i = 0; i < campaign.problems(); i++) {
        table.append(line(campaign, ++number, chance));
      }
    }
    return new Body(
        PATH,
        "text/csv",
        table.toString().getBytes(StandardCharsets.UTF_8),
        number,
        DemoDays.instant(days.day(days.count() - 1).atStartOfDay()));
  }

  private String line(Campaign campaign, int number, Chance chance) {
    County county = counties.get(chance.between(0, counties.size() - 1));
    int day = chance.between(0, days.count() - 1);
    int age = days.count() - day;
    boolean sealed = campaign.title().startsWith("重污染");
    boolean atOnce = !sealed && chance.between(0, 9) < 6;
    LocalDate found = days.day(day);
    String state = state(age, atOnce, chance);
    return String.join(
            ",",
            "demo-P-%03d".formatted(number),
            campaign.title(),
            county.name(),
            "%s某%s（演示%d）".formatted(county.name(), campaign.enterprise(), number / 2),
            campaign.faults().get(chance.between(0, campaign.faults().size() - 1)) + "（生成的演示数据）",
            county.name() + "生态环境分局",
            "市生态环境局检查组",
            "%d年%d月%d日".formatted(found.getYear(), found.getMonthValue(), found.getDayOfMonth()),
            kinds(atOnce, sealed, chance),
            atOnce || sealed ? "" : found.plusDays(30L * chance.between(1, 6)).toString(),
            state,
            state.equals("已销号") || state.equals("已整改") ? "演示材料 %d".formatted(number) : "")
        + "\n";
  }

  /** The older a problem is, the further it mostly is. */
  private static String state(int age, boolean atOnce, Chance chance) {
    int progress = age + chance.between(0, 60) + (atOnce ? 40 : 0);
    return progress > 330
        ? "已销号"
        : progress > 240 ? "已回头看" : progress > 140 ? "已整改" : progress > 70 ? "整改中" : "已发现";
  }

  private static String kinds(boolean atOnce, boolean sealed, Chance chance) {
    if (sealed) {
      return "查封";
    }
    String kind = atOnce ? "立行立改" : "限期整改";
    return chance.between(0, 9) == 0 ? kind + "、立案查处" : kind;
  }
}
