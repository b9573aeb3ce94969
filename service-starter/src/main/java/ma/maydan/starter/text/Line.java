package ma.maydan.starter.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A text of no more than {@link #max} {@link Characters}, in one line unless it may have more; null is none. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Line.Validator.class)
public @interface Line {
    String message() default "{ma.maydan.starter.text.Line.too-many-characters}";

    int max();

    /** Whether it may have several lines. */
    boolean lines() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Called by Bean Validation. */
    final class Validator implements ConstraintValidator<Line, String> {
        private int max;
        private boolean lines;

        @Override
        public void initialize(Line line) {
            max = line.max();
            lines = line.lines();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            var fault = text == null ? null : Characters.fault(text, max, lines);
            if (fault == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            return false;
        }
    }
}
