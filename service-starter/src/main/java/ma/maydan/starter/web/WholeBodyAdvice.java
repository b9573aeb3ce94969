package ma.maydan.starter.web;

import jakarta.validation.Validator;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.problem.Violations;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.validation.annotation.ValidationAnnotationUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** What cannot be read in a body and what is not valid in it come in one answer. */
@ControllerAdvice
final class WholeBodyAdvice extends RequestBodyAdviceAdapter {

    private final Validator validator;

    WholeBodyAdvice(Validator validator) {
        this.validator = validator;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        var unread = BodyFaults.found();
        if (unread.isEmpty()) {
            return body;
        }
        var violations = validator.validate(body, groups(parameter));
        // A field that was left out is missing only for us.
        var invalid = Violations.of(violations, body.getClass(), LocaleContextHolder.getLocale()).stream()
                .filter(one -> unread.stream().noneMatch(told -> Violations.covers(told.pointer(), one.pointer())));
        throw ProblemException.invalidFields(
                Violations.oneEach(Stream.concat(unread.stream(), invalid).toList(), body.getClass()));
    }

    private static Class<?>[] groups(MethodParameter parameter) {
        for (var annotation : parameter.getParameterAnnotations()) {
            var hints = ValidationAnnotationUtils.determineValidationHints(annotation);
            if (hints != null) {
                return Arrays.stream(hints).map(Class.class::cast).toArray(Class<?>[]::new);
            }
        }
        return List.of().toArray(Class<?>[]::new);
    }
}
