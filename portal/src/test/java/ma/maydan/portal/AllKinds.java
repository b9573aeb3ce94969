package ma.maydan.portal;

import java.util.ArrayList;
import java.util.List;
import ma.maydan.portal.kind.Kind;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;

/** All kinds that the features declare, without the rest of the portal. */
final class AllKinds {

    private AllKinds() {}

    static List<Kind<?>> declared() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(java.util.regex.Pattern.compile(".*\\.[A-Z][a-z]+Kind")));
        var classes = scanner.findCandidateComponents("ma.maydan.portal").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .toArray(Class<?>[]::new);
        try (var context = new AnnotationConfigApplicationContext(classes)) {
            var kinds = new ArrayList<Kind<?>>();
            context.getBeansOfType(Kind.class).values().forEach(kinds::add);
            return kinds;
        }
    }
}
