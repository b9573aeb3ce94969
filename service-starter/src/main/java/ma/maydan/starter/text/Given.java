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

/**
 * The localized text is there in at least one language, no language is longer than {@link #max} {@link Characters}, and
 * none has more than one line unless it may. Each language that is wrong is named with what is wrong with it.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Given.Validator.class)
public @interface Given {
    String message() default "{ma.maydan.starter.text.Given.message}";

    int max() default 200;

    /** Whether it may have several lines. */
    boolean lines() default false;

    boolean optional() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Called by Bean Validation. */
    final class Validator implements ConstraintValidator<Given, LocalizedText> {
        private int max;
        private boolean lines;
        private boolean optional;

        @Override
        public void initialize(Given given) {
            max = given.max();
            lines = given.lines();
            optional = given.optional();
        }

        @Override
        public boolean isValid(@Nullable LocalizedText text, ConstraintValidatorContext context) {
            if (text == null || text.isEmpty()) {
                return optional;
            }
            var wrong = false;
            for (var one : text.texts().entrySet()) {
                var fault = Characters.fault(one.getValue(), max, lines);
                if (fault != null) {
                    wrong = true;
                    context.disableDefaultConstraintViolation();
                    context.buildConstraintViolationWithTemplate(fault)
                            .addPropertyNode(one.getKey())
                            .addConstraintViolation();
                }
            }
            return !wrong;
        }
    }
}
