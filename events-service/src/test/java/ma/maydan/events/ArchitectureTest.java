package ma.maydan.events;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import ma.maydan.testkit.rules.ServiceRules;

@AnalyzeClasses(packages = "ma.maydan.events", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests ofEveryService = ArchTests.in(ServiceRules.class);
}
