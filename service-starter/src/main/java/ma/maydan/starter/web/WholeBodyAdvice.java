package ma.maydan.starter.web;

import jakarta.validation.Validator;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import ma.maydan.starter.problem.ProblemException;
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
        throw ProblemException.invalidFields(BodyReader.wrong(validator, body, unread, groups(parameter)));
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
