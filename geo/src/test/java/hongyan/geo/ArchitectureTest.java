package hongyan.geo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "hongyan.geo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("hongyan.geo.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule knowsNeitherFlinkNorSpringNorTheFloorsAbove =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..",
              "org.springframework..",
              "hongyan.pipelines..",
              "hongyan.service..");

  @ArchTest
  static final ArchRule jtsStandsInNoPublicSignature =
      classes().that().arePublic().should(keepOut("org.locationtech.jts"));

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helper|Manager|Impl)$")
          .orShould()
          .haveNameMatching(".*\\.(Base|Abstract|Default)[A-Z].*");

  private static ArchCondition<JavaClass> keepOut(String library) {
    return new ArchCondition<>("keep " + library + " out of public signatures") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMembers().stream()
            .filter(ArchitectureTest::isOpen)
            .filter(member -> types(member).anyMatch(t -> t.getName().startsWith(library)))
            .forEach(m -> events.add(SimpleConditionEvent.violated(m, m.getFullName())));
      }
    };
  }

  private static boolean isOpen(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaClass> types(JavaMember member) {
    Stream<JavaType> named =
        member instanceof JavaCodeUnit unit
            ? Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
            : Stream.of(((JavaField) member).getType());
    return named.flatMap(type -> type.getAllInvolvedRawTypes().stream());
  }
}
