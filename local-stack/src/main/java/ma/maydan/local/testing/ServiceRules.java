package ma.maydan.local.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.bePackagePrivate;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** How every service is made. The types of service-starter go by name, since this module does not know it. */
public final class ServiceRules {

    private static final String AGGREGATE = "ma.maydan.starter.mongo.Aggregate";
    /** What the services share; every other first part of a package below {@code ma.maydan} is an application. */
    private static final Set<String> SHARED = Set.of("starter", "local");

    private ServiceRules() {}

    /** What an aggregate may know: the language, its service, and the few types that rules are written in. */
    @ArchTest
    static final ArchRule aggregatesKnowNoFramework = classes()
            .that()
            .areAssignableTo(AGGREGATE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..")
                    .or(resideInAPackage("ma.maydan..")
                            .and(DescribedPredicate.not(resideInAPackage("ma.maydan.starter.."))))
                    .or(assignableTo(AGGREGATE))
                    .or(assignableTo("ma.maydan.starter.mongo.Change"))
                    .or(assignableTo("ma.maydan.starter.problem.ProblemException"))
                    .or(assignableTo("ma.maydan.starter.text.LocalizedText"))
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

    @ArchTest
    static final ArchRule featuresDependOneWay =
            slices().matching("ma.maydan.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noOtherApplicationIsKnown = classes().should(knowNoOtherApplication());

    private static ArchCondition<JavaClass> knowNoOtherApplication() {
        return new ArchCondition<>("know no class of another application") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var own = application(item);
                for (var dependency : item.getDirectDependenciesFromSelf()) {
                    var other = application(dependency.getTargetClass());
                    if (!other.isEmpty() && !other.equals(own) && !SHARED.contains(other)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** The part after {@code ma.maydan.}; empty for a class of another maker. */
    private static String application(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith("ma.maydan.")) {
            return "";
        }
        var parts = name.split("\\.", 4);
        return parts[2];
    }
}
