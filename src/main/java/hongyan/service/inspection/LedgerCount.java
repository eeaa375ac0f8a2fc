package hongyan.service.inspection;

import hongyan.geo.law.Words;
import hongyan.service.problems.Funnel;
import hongyan.service.problems.Problem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger of problems is counted for.
 *
 * @param campaigns whose entries count
 */
public record LedgerCount(List<String> campaigns, Counted counted) {

  public LedgerCount {
    campaigns = List.copyOf(campaigns);
  }

  /** A figure of a {@link Funnel}. */
  public enum Counted {
    FOUND("found", "发现的问题", "problems found", Funnel::found),
    AT_ONCE("atOnce", "立行立改的问题", "problems to be rectified at once", Funnel::atOnce),
    WITH_DEADLINE("withDeadline", "限期整改的问题", "problems with a deadline", Funnel::withDeadline),
    RECTIFIED("rectified", "已整改的问题", "problems put right", Funnel::rectified),
    CLOSED("closed", "已销号的问题", "problems closed", Funnel::closed),
    NOT_CLOSED("notClosed", "未销号的问题", "problems not closed", Funnel::notClosed),
    CASES_FILED("casesFiled", "立案的问题", "problems that a case was filed for", Funnel::casesFiled),
    SEALED("sealed", "查封的问题", "problems that were sealed", Funnel::sealed),
    ENTERPRISES("enterprises", "有问题的企业", "enterprises with problems", Funnel::enterprises),
    ENTERPRISES_RECTIFIED(
        "enterprisesRectified",
        "问题全部整改的企业",
        "enterprises with every problem put right",
        Funnel::enterprisesRectified),
    ENTERPRISES_OPEN(
        "enterprisesOpen",
        "尚有问题未整改的企业",
        "enterprises with a problem not put right",
        Funnel::enterprisesOpen);

    private final String field;
    private final Words words;
    private final ToIntFunction<Funnel> figure;

    Counted(String field, String zh, String en, ToIntFunction<Funnel> figure) {
      this.field = field;
      this.words = new Words(zh, en);
      this.figure = figure;
    }

    static Optional<Counted> findByCode(String code) {
      return Arrays.stream(values()).filter(each -> Codes.of(each).equals(code)).findFirst();
    }

    /** Returns its name in the funnel's JSON. */
    public String field() {
      return field;
    }

    /** Returns what it counts. */
    public Words words() {
      return words;
    }

    /** Returns the figure of a funnel. */
    public int of(Funnel funnel) {
      return figure.applyAsInt(funnel);
    }
  }

  /**
   * Lists the entries of its campaigns that were found until that day.
   *
   * @param county adcode, or null for the whole city
   */
  List<Problem> entries(List<Problem> ledger, LocalDate lastDay, @Nullable String county) {
    return ledger.stream()
        .filter(each -> campaigns.contains(each.campaign()))
        .filter(each -> !each.foundOn().isAfter(lastDay))
        .filter(each -> county == null || county.equals(each.county()))
        .toList();
  }
}
