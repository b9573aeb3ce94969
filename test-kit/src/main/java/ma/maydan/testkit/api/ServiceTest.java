package ma.maydan.testkit.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a whole service over HTTP. The service starts once for all tests of the JVM, at the first of them; each
 * test is given the beans that it has {@code @Autowired}, the {@link Api} among them, and after each it is the present
 * again.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ServiceExtension.class)
public @interface ServiceTest {

    /** The application. */
    Class<?> value();

    /** Further beans of its tests. */
    Class<?>[] with() default {};

    /** Settings that its tests need, {@code name=value}. */
    String[] properties() default {};
}
