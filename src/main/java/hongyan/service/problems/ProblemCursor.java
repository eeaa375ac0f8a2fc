package hongyan.service.problems;

/** A place in a list of problems: the sort keys of the last one of the page before. */
public record ProblemCursor(String foundOn, String id) {

  static ProblemCursor of(Problem problem) {
    return new ProblemCursor(problem.foundOn().toString(), problem.id());
  }

  static ProblemCursor parse(String text) {
    int split = text.indexOf('~');
    if (split != 10) {
      throw new IllegalArgumentException("cursor=%s: not one of this list".formatted(text));
    }
    return new ProblemCursor(text.substring(0, split), text.substring(split + 1));
  }

  String text() {
    return foundOn + "~" + id;
  }
}
