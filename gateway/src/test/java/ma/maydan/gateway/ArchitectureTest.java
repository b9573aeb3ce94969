package ma.maydan.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import ma.maydan.testkit.rules.ApplicationRules;

@AnalyzeClasses(packages = "ma.maydan.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests ofEveryApplication = ArchTests.in(ApplicationRules.class);

    /** The others may know its failures. */
    @ArchTest
    static final ArchRule onlySessionsFormsAndLimitsUseTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "ma.maydan.gateway.session..", "ma.maydan.gateway.form..", "ma.maydan.gateway.limit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.mongodb.client..");

    @ArchTest
    static final ArchRule theGatewayHearsAndTellsNoEvents =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.kafka..");
}
