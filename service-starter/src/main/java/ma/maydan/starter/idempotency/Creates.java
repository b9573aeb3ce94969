package ma.maydan.starter.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that creates: it needs an {@code Idempotency-Key} and runs once per key. The method takes a {@link NewId},
 * which is the same for every repetition, also after a crash half-way.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Creates {

    /**
     * What is created keeps the key itself, without an entry beside it: its id follows from the caller, the address and
     * the key, it carries {@link NewId#bodyHash}, and the method answers a repetition from it. For what is created so
     * often that two writes count, and whose first answer can be told again from it.
     */
    boolean keptByWhatIsCreated() default false;
}
