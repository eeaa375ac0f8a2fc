package hongyan.service.inspection;

import hongyan.geo.law.Words;
import java.util.Arrays;
import java.util.Optional;

/** The parts of the report, in its order. */
enum Section {
  BIRDS("候鸟保护", "Migratory birds"),
  AIR("大气污染防治", "Clean air"),
  RECTIFICATION("督察整改", "Inspection problems"),
  SOIL("土壤", "Soil"),
  WATER("水环境与管网", "Water and sewers"),
  WASTE("固体废物", "Waste"),
  ENFORCEMENT("生态环境执法", "Enforcement"),
  NATURE("土地、森林与野生动物", "Land, forest, wildlife");

  private final Words words;

  Section(String zh, String en) {
    this.words = new Words(zh, en);
  }

  Words words() {
    return words;
  }

  String code() {
    return Codes.of(this);
  }

  static Optional<Section> findByCode(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
