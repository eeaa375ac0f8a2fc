package hongyan.geo.species;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeciesTableTest {
  private static final SpeciesTable TABLE = Species.load();
  private static final LocalDate DAY = LocalDate.parse("2025-10-22");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anser cygnoides",
        "Anser cygnoid",
        "anser CYGNOIDES",
        "ANSER CYGNOIDES",
        "Anser cygnoides (Linnaeus, 1758)",
        "Anser  cygnoides Linnaeus 1758",
        "鸿雁",
        "Swan Goose",
        "swan-goose"
      })
  void knowsASpeciesByAnyOfItsNames(String name) {
    assertThat(TABLE.find(name).map(Species::vernacularName)).contains("鸿雁");
  }

  @ParameterizedTest
  @CsvSource({
    "雉鸡, Phasianus colchicus",
    "环颈雉, Phasianus colchicus",
    "Phasianus colchicus torquatus, Phasianus colchicus",
    "Motacilla alba leucopsis Gould, Motacilla alba",
    "Larus (Chroicocephalus) ridibundus, Chroicocephalus ridibundus",
    "小鸊鷉, Tachybaptus ruficollis",
    "Luscinia calliope, Calliope calliope"
  })
  void findsTheAcceptedNameOfASynonymAndOfASubspecies(String name, String accepted) {
    assertThat(TABLE.accepted(name)).isEqualTo(accepted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anser",
        "Anser sp.",
        "Anser cf. cygnoides",
        "Anser cygnoides x Anser anser",
        "Anser anser/cygnoides",
        "鸿",
        "",
        "Anser cygnoidess"
      })
  void doesNotGuessAtWhatIsNoNameOfOneSpecies(String name) {
    assertThat(TABLE.find(name)).isEmpty();
    assertThat(TABLE.accepted(name)).isEqualTo(name);
  }

  @Test
  void suggestsWhatMayHaveBeenMeant() {
    assertThat(TABLE.suggest("Anser cygnoidess").get(0))
        .returns("anser cygnoides", SpeciesTable.Suggestion::name)
        .returns(1, SpeciesTable.Suggestion::distance);
    assertThat(TABLE.suggest("Turdus hortulrum Sclater"))
        .extracting(s -> s.species().scientificName())
        .startsWith("Turdus hortulorum");
    assertThat(TABLE.suggest("黄胸巫")).extracting(s -> s.species().vernacularName()).contains("黄胸鹀");
    assertThat(TABLE.suggest("Felis catus")).isEmpty();
  }

  @Test
  void tellsAGenusFamilyOrOrder() {
    assertThat(List.of("Anser", "Anser sp.", "Anatidae", "ANSERIFORMES"))
        .allMatch(TABLE::isHigherTaxon);
    assertThat(List.of("Anser cygnoides", "Felis catus", "")).noneMatch(TABLE::isHigherTaxon);
  }

  @ParameterizedTest
  @CsvSource({
    "中华秋沙鸭, I, B",
    "黄胸鹀, I, B",
    "猎隼, I, B",
    "四川林鸮, I, B",
    "金雕, I, C",
    "鸿雁, II, B",
    "红隼, II, B",
    "赤腹鹰, II, B",
    "红角鸮, II, B",
    "鹗, II, B",
    "水雉, II, B",
    "画眉, II, B"
  })
  void givesTheClassOfTheListInForce(String name, ProtectionClass level, String certainty) {
    Protection protection = TABLE.protection(TABLE.find(name).orElseThrow(), DAY);
    assertThat(protection.list()).isEqualTo("2021");
    assertThat(protection.level()).isEqualTo(level);
    assertThat(protection.certainty()).isEqualTo(certainty);
    assertThat(protection.source()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"池鹭", "夜鹭", "白鹭", "牛背鹭", "苍鹭", "绿翅鸭", "斑嘴鸭", "家燕", "白鹡鸰"})
  void saysOfOthersThatTheListDoesNotNameThem(String name) {
    Protection protection = TABLE.protection(TABLE.find(name).orElseThrow(), DAY);
    assertThat(protection.list()).isEqualTo("2021");
    assertThat(protection.isKeyProtected()).isFalse();
  }

  @Test
  void knowsNothingOfADayWhoseListIsNotHeld() {
    Species bunting = TABLE.find("黄胸鹀").orElseThrow();
    assertThat(TABLE.protection(bunting, LocalDate.parse("2021-01-31")))
        .isEqualTo(Protection.UNKNOWN);
    assertThat(TABLE.protection(bunting, LocalDate.parse("2021-02-01")).level())
        .isEqualTo(ProtectionClass.I);
  }

  @Test
  void protectsEverySpeciesOfTheOrdersThatAreProtectedAsAWhole() {
    assertThat(TABLE.list())
        .filteredOn(
            one ->
                List.of("Accipitriformes", "Falconiformes", "Strigiformes")
                    .contains(one.family().order()))
        .hasSizeGreaterThan(90)
        .allMatch(one -> TABLE.protection(one, DAY).isKeyProtected());
  }

  @Test
  void saysWhetherASpeciesMigratesOnlyWithItsSource() {
    assertThat(TABLE.list())
        .allMatch(one -> (one.movement() == null) == (one.movementSource() == null))
        .filteredOn(one -> one.movement() != null)
        .allMatch(one -> List.of("migratory", "resident").contains(one.movement()));
    assertThat(TABLE.find("画眉").orElseThrow().movement()).isEqualTo("resident");
  }

  @Test
  void searchesByAPartOfAnyName() {
    assertThat(TABLE.search("秋沙鸭"))
        .extracting(Species::scientificName)
        .contains("Mergus squamatus", "Mergellus albellus")
        .isSorted();
    assertThat(TABLE.search("雉鸡")).extracting(Species::vernacularName).contains("环颈雉");
  }
}
