package ma.maydan.starter.web;

import jakarta.validation.Validator;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.problem.Violations;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a body that came another way than by HTTP, as strictly, and with the same words for what is wrong in it. */
public final class BodyReader {

    private final JsonMapper json;
    private final Validator validator;

    BodyReader(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @param body an object
     * @param type with constraints of Bean Validation
     * @throws ProblemException 422 with all fields that are wrong, each with one cause; those that have words say them in the
     *     language of the thread ({@link LocaleContextHolder})
     */
    public <T> T read(JsonNode body, Class<T> type) {
        var faults = new BodyFaults();
        var read = json.readerFor(type)
                .withHandler(faults)
                .withAttribute(BodyFaults.class, faults)
                .<T>readValue(json.writeValueAsBytes(body));
        var wrong = wrong(validator, read, faults.unread());
        if (!wrong.isEmpty()) {
            throw ProblemException.invalidFields(wrong);
        }
        return read;
    }

    /** What could not be read of a body, and what is not valid in it. */
    static List<FieldProblem> wrong(Validator validator, Object body, List<FieldProblem> unread, Class<?>... groups) {
        var violations = validator.validate(body, groups);
        // A field that was left out is missing only for us.
        var invalid = Violations.of(violations, body.getClass(), LocaleContextHolder.getLocale()).stream()
                .filter(one -> unread.stream().noneMatch(told -> Violations.covers(told.pointer(), one.pointer())));
        return Violations.oneEach(Stream.concat(unread.stream(), invalid).toList(), body.getClass());
    }
}
