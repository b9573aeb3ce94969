package ma.maydan.incubators;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ma.maydan.starter.mongo.Aggregate;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.text.LocalizedText;
import org.bson.codecs.pojo.annotations.BsonId;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "ma.maydan.incubators", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule aggregatesKnowNoFramework = classes()
            .that()
            .areAssignableTo(Aggregate.class)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "ma.maydan.incubators..", "org.jspecify..")
                    .or(assignableTo(Aggregate.class))
                    .or(assignableTo(Change.class))
                    .or(assignableTo(ProblemException.class))
                    .or(assignableTo(LocalizedText.class))
                    .or(assignableTo(BsonId.class)));

    @ArchTest
    static final ArchRule aggregatesDoNotTouchStoresServicesOrTheWeb = noClasses()
            .that()
            .areAssignableTo(Aggregate.class)
            .should()
            .dependOnClassesThat(simpleNameEndingWith("Store")
                    .or(simpleNameEndingWith("Service"))
                    .or(simpleNameEndingWith("Controller"))
                    .or(simpleNameEndingWith("View")));

    @ArchTest
    static final ArchRule controllersTouchNoStore = noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .dependOnClassesThat(simpleNameEndingWith("Store"));

    @ArchTest
    static final ArchRule onlyStoresKnowTheDatabase = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Store")
            .should()
            .dependOnClassesThat(resideInAPackage("com.mongodb.."));

    @ArchTest
    static final ArchRule storesAreTheirFeaturesOwn =
            classes().that().haveSimpleNameEndingWith("Store").should().bePackagePrivate();

    @ArchTest
    static final ArchRule everyEndpointSaysWhomItAllows = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .and()
            .arePackagePrivate()
            .should()
            .beAnnotatedWith(Allow.class);

    @ArchTest
    static final ArchRule featuresDependOneWay =
            slices().matching("ma.maydan.incubators.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRegisterDependsOnNoOtherFeature = noClasses()
            .that()
            .resideInAPackage("ma.maydan.incubators.organization")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "ma.maydan.incubators.program..",
                    "ma.maydan.incubators.partnership..",
                    "ma.maydan.incubators.verification.."));

    @ArchTest
    static final ArchRule noOtherServiceIsKnown =
            noClasses().should().dependOnClassesThat(resideInAnyPackage("ma.maydan.events..", "ma.maydan.partners.."));
}
