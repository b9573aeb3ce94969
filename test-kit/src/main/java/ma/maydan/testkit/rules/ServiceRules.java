package ma.maydan.testkit.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.bePackagePrivate;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/** How every service is made. The types of service-starter go by name, since this module does not know it. */
public final class ServiceRules {

    private static final String AGGREGATE = "ma.maydan.starter.aggregate.Aggregate";

    private ServiceRules() {}

    @ArchTest
    static final ArchTests ofEveryApplication = ArchTests.in(ApplicationRules.class);

    /** What an aggregate may know: the language, its service, and the types that rules are written in. */
    @ArchTest
    static final ArchRule aggregatesKnowNoFramework = classes()
            .that()
            .areAssignableTo(AGGREGATE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..")
                    .or(resideInAPackage("ma.maydan..")
                            .and(DescribedPredicate.not(resideInAPackage("ma.maydan.starter.."))))
                    .or(assignableTo(AGGREGATE))
                    .or(assignableTo("ma.maydan.starter.aggregate.Change"))
                    .or(assignableTo("ma.maydan.starter.problem.ProblemException"))
                    .or(assignableTo("ma.maydan.starter.problem.FieldProblem"))
                    .or(assignableTo("ma.maydan.starter.text.LocalizedText"))
                    .or(resideInAnyPackage("ma.maydan.starter.lifecycle..", "ma.maydan.starter.vocabulary.."))
                    .or(assignableTo("ma.maydan.starter.notice.Telling"))
                    .or(assignableTo("ma.maydan.starter.notice.Told"))
                    .or(assignableTo("ma.maydan.starter.schedule.Due"))
                    .or(assignableTo("ma.maydan.starter.file.Files"))
                    .or(assignableTo("ma.maydan.starter.time.Morocco"))
                    .or(assignableTo("ma.maydan.starter.ownership.Owner"))
                    .or(assignableTo("ma.maydan.starter.ownership.Standing"))
                    .or(assignableTo("org.bson.codecs.pojo.annotations.BsonId")));

    @ArchTest
    static final ArchRule aggregatesDoNotTouchStoresServicesOrTheWeb = noClasses()
            .that()
            .areAssignableTo(AGGREGATE)
            .should()
            .dependOnClassesThat(simpleNameEndingWith("Store")
                    .or(simpleNameEndingWith("Replicas"))
                    .or(simpleNameEndingWith("Service"))
                    .or(simpleNameEndingWith("Controller"))
                    .or(simpleNameEndingWith("View")));

    @ArchTest
    static final ArchRule aggregatesReadNoClock = noClasses()
            .that()
            .areAssignableTo(AGGREGATE)
            .should()
            .dependOnClassesThat(assignableTo("java.time.Clock"))
            .orShould()
            .callMethod("java.time.Instant", "now");

    @ArchTest
    static final ArchRule controllersTouchNoStore = noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .dependOnClassesThat(simpleNameEndingWith("Store").or(simpleNameEndingWith("Replicas")));

    @ArchTest
    static final ArchRule onlyStoresKnowTheDatabase = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .haveSimpleNameNotEndingWith("Replicas")
            .should()
            .dependOnClassesThat(resideInAPackage("com.mongodb.."));

    /** One document that cannot be read takes no others down: {@code Readable.list} leaves it out. */
    @ArchTest
    static final ArchRule manyDocumentsAreReadAsReadable = noClasses()
            .should()
            .callMethodWhere(JavaCall.Predicates.target(owner(assignableTo("com.mongodb.client.MongoIterable")))
                    .and(JavaCall.Predicates.target(nameMatching("into|forEach|iterator|cursor"))));

    @ArchTest
    static final ArchRule whatAnswersAndListensIsItsFeaturesOwn = classes()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .or()
            .haveSimpleNameEndingWith("Listener")
            .or()
            .haveSimpleNameEndingWith("Request")
            .should(bePackagePrivate());

    @ArchTest
    static final ArchRule everyEndpointSaysWhomItAllows = methods()
            .that()
            .areMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping")
            .should()
            .beAnnotatedWith("ma.maydan.starter.security.Allow");
}
