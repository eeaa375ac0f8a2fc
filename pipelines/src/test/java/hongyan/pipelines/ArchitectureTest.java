package hongyan.pipelines;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

@AnalyzeClasses(
    packages = "hongyan.pipelines",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("hongyan.pipelines.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheJobKnowsFlink =
      noClasses()
          .that()
          .resideOutsideOfPackage("hongyan.pipelines.job..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule polygonsStayInGeo =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.locationtech.jts..");

  @ArchTest
  static final ArchRule onlyTheSeriesKnowsTheDatabase =
      noClasses()
          .that()
          .resideOutsideOfPackage("hongyan.pipelines.series..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.sqlite..", "org.postgresql..");

  @ArchTest
  static final ArchRule nothingDependsOnTheService =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("hongyan.service..", "org.springframework..");

  /** A text may hold what a database does not take: {@code Columns} writes and reads it. */
  @ArchTest
  static final ArchRule tablesLeaveTextToTheColumns =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Table")
          .should()
          .callMethod(PreparedStatement.class, "setString", int.class, String.class)
          .orShould()
          .callMethod(ResultSet.class, "getString", int.class);
}
