package ma.maydan.incubators;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import ma.maydan.testkit.rules.ServiceRules;

@AnalyzeClasses(packages = "ma.maydan.incubators", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests ofEveryService = ArchTests.in(ServiceRules.class);

    @ArchTest
    static final ArchRule storesAreTheirFeaturesOwn =
            classes().that().haveSimpleNameEndingWith("Store").should().bePackagePrivate();

    @ArchTest
    static final ArchRule theRegisterDependsOnNoOtherFeature = noClasses()
            .that()
            .resideInAPackage("ma.maydan.incubators.organization")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "ma.maydan.incubators.program..",
                    "ma.maydan.incubators.partnership..",
                    "ma.maydan.incubators.verification.."));
}
