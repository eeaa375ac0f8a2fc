package hongyan.service.inspection;

import hongyan.service.documents.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The footnotes of one report: each text once, numbered from 1. Not thread-safe. */
public final class Footnotes {
  private final Language language;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  Footnotes(Language language) {
    this.language = language;
  }

  /** Returns the footnote's number of a figure. */
  public int of(TargetFigure figure) {
    return of(text(figure, language));
  }

  /** Returns the number of a text. */
  public int of(String text) {
    return numbers.computeIfAbsent(text, key -> numbers.size() + 1);
  }

  /** Returns the numbers of several figures, each once. */
  public List<Integer> numbers(List<TargetFigure> figures) {
    return figures.stream().map(this::of).distinct().toList();
  }

  /** Returns the texts in the order of their numbers. */
  public List<String> texts() {
    return new ArrayList<>(numbers.keySet());
  }

  /** Returns how a figure was made, by which standards, and what it is asked by. */
  static String text(TargetFigure figure, Language language) {
    boolean english = language == Language.EN;
    String law = (english ? "Law: " : "依据：") + figure.lawBasis();
    TargetFigure.@Nullable Basis basis = figure.basis();
    if (basis == null) {
      return sentence(english, (english ? "Declared: " : "公报数：") + figure.document(), law);
    }
    String method =
        (figure.source().equals("ledger")
                ? english ? "Counted: " : "台账计数："
                : english ? "Computed: " : "平台计算：")
            + basis.method();
    String standards =
        basis.standards().isEmpty()
            ? ""
            : (english ? "Standards: " : "标准：")
                + basis.standards().stream()
                    .map(standard -> named(standard, english))
                    .collect(Collectors.joining(english ? "; " : "、"));
    String document =
        figure.target() == null && figure.declared() == null
            ? ""
            : (english ? "Asked or declared in: " : "目标或公报数出处：") + figure.document();
    return sentence(english, method, standards, document, law);
  }

  /** A standard as people write it; its id says in English which of its limits count. */
  private static String named(String standard, boolean english) {
    return standard.replaceFirst(
        " transition$", english ? ", limits of the transition" : "（过渡期限值）");
  }

  private static String sentence(boolean english, String... parts) {
    List<String> said = new ArrayList<>();
    for (String part : parts) {
      if (!part.isEmpty()) {
        said.add(part);
      }
    }
    return String.join(english ? ". " : "。", said) + (english ? "." : "。");
  }
}
