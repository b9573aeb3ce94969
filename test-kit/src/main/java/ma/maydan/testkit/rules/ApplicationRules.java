package ma.maydan.testkit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** How every application is made. */
public final class ApplicationRules {

    /** What applications share; every other first part of a package below {@code ma.maydan} is an application. */
    private static final Set<String> SHARED = Set.of("starter");

    private ApplicationRules() {}

    @ArchTest
    static final ArchRule featuresDependOneWay =
            slices().matching("ma.maydan.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noOtherApplicationIsKnown = classes().should(knowNoOtherApplication());

    /** Whoever reads more than seven values in a row does not see which is which. */
    @ArchTest
    static final ArchRule nothingIsMadeOfMoreThanSevenValues = noClasses()
            .should()
            .callConstructorWhere(new DescribedPredicate<>("more than seven arguments are given") {
                @Override
                public boolean test(JavaConstructorCall call) {
                    return call.getTargetOwner().getPackageName().startsWith("ma.maydan")
                            && call.getTarget().getRawParameterTypes().size() > 7;
                }
            });

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
