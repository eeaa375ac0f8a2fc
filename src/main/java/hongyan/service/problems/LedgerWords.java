package hongyan.service.problems;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words that ledgers use for kinds and states beside the platform's own. Which words mean the
 * same is the platform's own choice.
 */
final class LedgerWords {
  private static final Map<String, ProblemKind> KINDS =
      Map.of(
          "立即整改", ProblemKind.AT_ONCE,
          "立查立改", ProblemKind.AT_ONCE,
          "当场整改", ProblemKind.AT_ONCE,
          "限期改正", ProblemKind.WITH_DEADLINE,
          "责令限期改正", ProblemKind.WITH_DEADLINE,
          "立案", ProblemKind.CASE_FILED,
          "立案处罚", ProblemKind.CASE_FILED,
          "查封扣押", ProblemKind.SEALED);
  private static final Map<String, ProblemState> STATES =
      Map.ofEntries(
          Map.entry("未整改", ProblemState.FOUND),
          Map.entry("待整改", ProblemState.FOUND),
          Map.entry("正在整改", ProblemState.RECTIFYING),
          Map.entry("未完成", ProblemState.RECTIFYING),
          Map.entry("整改完成", ProblemState.RECTIFIED),
          Map.entry("已完成整改", ProblemState.RECTIFIED),
          Map.entry("已完成", ProblemState.RECTIFIED),
          Map.entry("已复查", ProblemState.RECHECKED),
          Map.entry("复查通过", ProblemState.RECHECKED),
          Map.entry("销号", ProblemState.CLOSED),
          Map.entry("完成销号", ProblemState.CLOSED));

  private LedgerWords() {}

  static Optional<ProblemKind> kind(String word) {
    return Stream.concat(
            Arrays.stream(ProblemKind.values())
                .filter(
                    each ->
                        each.code().equals(word)
                            || each.words().zh().equals(word)
                            || each.words().en().equals(word)),
            Stream.ofNullable(KINDS.get(word)))
        .findFirst();
  }

  static Optional<ProblemState> state(String word) {
    return Stream.concat(
            Arrays.stream(ProblemState.values())
                .filter(
                    each ->
                        each.code().equals(word)
                            || each.words().zh().equals(word)
                            || each.words().en().equals(word)),
            Stream.ofNullable(STATES.get(word)))
        .findFirst();
  }
}
