package ma.maydan.starter.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call this endpoint at all; which object they may touch is decided behind it. An endpoint without it
 * answers nobody.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

    /** The least that a person must be. */
    To value();

    /** The scope that a machine needs; empty, as a token's missing scope is: no machine at all. */
    String scope() default "";

    /** Kinds of people, from everybody to few. */
    enum To {
        ANYONE,
        PERSON,
        OFFICER,
        ADMIN
    }
}
