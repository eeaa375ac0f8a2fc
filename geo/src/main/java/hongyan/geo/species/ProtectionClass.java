package hongyan.geo.species;

/** A class of state protection (国家重点保护野生动物). */
public enum ProtectionClass {
  I("一级"),
  II("二级");

  private final String nameZh;

  ProtectionClass(String nameZh) {
    this.nameZh = nameZh;
  }

  public String nameZh() {
    return nameZh;
  }
}
