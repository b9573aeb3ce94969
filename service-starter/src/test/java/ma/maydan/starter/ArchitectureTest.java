package ma.maydan.starter;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import ma.maydan.testkit.rules.ApplicationRules;

@AnalyzeClasses(packages = "ma.maydan.starter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests ofEveryApplication = ArchTests.in(ApplicationRules.class);
}
