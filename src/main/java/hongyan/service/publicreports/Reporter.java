package hongyan.service.publicreports;

import org.jspecify.annotations.Nullable;

/** Who reported, in clear. Never logged, never on the log, never in a list. */
record Reporter(@Nullable String name, @Nullable String phone) {

  boolean isNobody() {
    return name == null && phone == null;
  }

  @Override
  public String toString() {
    return "a reporter";
  }
}
