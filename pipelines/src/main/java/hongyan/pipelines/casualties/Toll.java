package hongyan.pipelines.casualties;

/** How many birds were found how. */
public record Toll(int dead, int sick, int injured, int trapped) {

  /** Returns those that may be about an epidemic or a poisoning: the dead and the sick. */
  public int deadOrSick() {
    return dead + sick;
  }

  /** Returns those that are alive and may be rescued. */
  public int alive() {
    return sick + injured + trapped;
  }

  public int all() {
    return deadOrSick() + injured + trapped;
  }
}
