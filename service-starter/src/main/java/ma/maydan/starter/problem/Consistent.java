package ma.maydan.starter.problem;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;

/** The fields fit each other; told in the same answer as what is wrong with each of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Consistent.Validator.class)
public @interface Consistent {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Called by Bean Validation. */
    final class Validator implements ConstraintValidator<Consistent, Checked> {
        private final Clock clock;

        Validator(Clock clock) {
            this.clock = clock;
        }

        @Override
        public boolean isValid(Checked request, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            var wrong = new boolean[1];
            request.check(clock.instant(), (field, code) -> {
                wrong[0] = true;
                context.buildConstraintViolationWithTemplate(code)
                        .addPropertyNode(field)
                        .addConstraintViolation();
            });
            return !wrong[0];
        }
    }
}
