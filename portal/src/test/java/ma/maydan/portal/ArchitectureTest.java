package ma.maydan.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import ma.maydan.testkit.rules.ApplicationRules;

@AnalyzeClasses(packages = "ma.maydan.portal", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests ofEveryApplication = ArchTests.in(ApplicationRules.class);

    @ArchTest
    static final ArchRule thePortalHasNoSessionAndNoSecurityOfItsOwn = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.security..", "com.mongodb..", "org.apache.kafka..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.servlet.http.HttpSession");

    @ArchTest
    static final ArchRule theServicesAreCalledThroughTheApiAlone = noClasses()
            .that()
            .resideOutsideOfPackage("ma.maydan.portal.api")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web.client..", "org.apache.hc..", "java.net.http..");
}
