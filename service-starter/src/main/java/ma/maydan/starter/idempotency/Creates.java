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
public @interface Creates {}
