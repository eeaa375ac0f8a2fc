package hongyan.service.database;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class DatabasesCoveredTest {
  private static final JavaClasses TESTS =
      ArchConfiguration.withThreadLocalScope(
          configuration -> {
            // Only ours are of interest, and the others are many.
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("hongyan.service");
          });

  @Test
  void everyTestThatTouchesTheServicesDatabaseRunsOnBoth() {
    Set<String> touching =
        TESTS.stream()
            .filter(DatabasesCoveredTest::holdsTests)
            .filter(DatabasesCoveredTest::touchesTheDatabase)
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
    classes()
        .that(
            DescribedPredicate.describe(
                "touch the service's database", test -> touching.contains(test.getName())))
        .should()
        .beAnnotatedWith(OnBothDatabases.class)
        .check(TESTS);
  }

  private static boolean holdsTests(JavaClass type) {
    return !type.getPackage().getName().endsWith(".database")
        && type.getMethods().stream()
            .anyMatch(
                method ->
                    method.isAnnotatedWith(Test.class)
                        || method.isAnnotatedWith(ParameterizedTest.class));
  }

  private static boolean touchesTheDatabase(JavaClass type) {
    return type.getTransitiveDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .anyMatch(target -> target.isEquivalentTo(ServiceDatabase.class));
  }
}
