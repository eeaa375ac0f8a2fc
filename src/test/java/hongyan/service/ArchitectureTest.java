package hongyan.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "hongyan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule geoStandsOnNothing =
      noClasses()
          .that()
          .resideInAPackage("hongyan.geo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "hongyan.pipelines..",
              "hongyan.service..",
              "org.apache.flink..",
              "org.springframework..");

  @ArchTest
  static final ArchRule pipelinesStandOnGeoOnly =
      noClasses()
          .that()
          .resideInAPackage("hongyan.pipelines..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("hongyan.service..", "org.springframework..");

  @ArchTest
  static final ArchRule geometryStaysInGeo =
      noClasses()
          .that()
          .resideOutsideOfPackage("hongyan.geo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.locationtech..");

  @ArchTest
  static final ArchRule flinkIsTouchedByTheEngineOnly =
      noClasses()
          .that()
          .resideInAPackage("hongyan.service..")
          .and()
          .resideOutsideOfPackage("hongyan.service.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule theVerifierTrustsNothingOfTheServer =
      classes()
          .that()
          .resideInAPackage("hongyan.service.evidence.verify")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "hongyan.service.evidence.verify", "java..", "org.bouncycastle..", "org.jspecify..");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("hongyan.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(
              ".*(Util|Utils|Helper|Manager|Impl|Dto)$|.*\\.(Base|Abstract|Default)[A-Z].*");
}
