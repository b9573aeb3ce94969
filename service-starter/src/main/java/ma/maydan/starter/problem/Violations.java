package ma.maydan.starter.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.RecordComponent;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.validation.Errors;

/** What Bean Validation found, as the fields of a problem: in the order of the form, and one cause for each field. */
public final class Violations {

    /** A message of ours that says more than the name of its constraint. */
    private static final Pattern OWN_CODE = Pattern.compile("\\{ma\\.maydan\\.starter\\.text\\.\\w+\\.([a-z-]+)}");

    private static final List<String> MISSING = List.of("not-null", "not-blank", "not-empty", "given", "required");

    private Violations() {}

    /** @param type of the request, a record whose components are in the order of its form */
    public static List<FieldProblem> of(
            Collection<? extends ConstraintViolation<?>> violations, Class<?> type, Locale locale) {
        return oneEach(
                violations.stream().map(violation -> problem(violation, locale)).toList(), type);
    }

    /** Of a request that is looked at together with what came beside it, in the caller's language. */
    public static List<FieldProblem> of(Errors wrong, Class<?> type) {
        var violations = wrong.getAllErrors().stream()
                .<ConstraintViolation<?>>map(error -> error.unwrap(ConstraintViolation.class))
                .toList();
        return of(violations, type, LocaleContextHolder.getLocale());
    }

    /**
     * In the order of the form. Of several at one field the first counts that says the least is there; what is wrong
     * within a field leaves nothing to say of the whole.
     */
    public static List<FieldProblem> oneEach(Collection<FieldProblem> problems, Class<?> type) {
        var fields = fields(type);
        var sorted = problems.stream()
                .sorted(Comparator.<FieldProblem>comparingInt(one -> place(fields, field(one)))
                        .thenComparing(
                                FieldProblem::pointer,
                                Comparator.comparing(String::length).reversed())
                        .thenComparing(FieldProblem::pointer)
                        .thenComparing(one -> !MISSING.contains(one.code())))
                .toList();
        var kept = new ArrayList<FieldProblem>();
        for (var one : sorted) {
            if (kept.stream().noneMatch(other -> covers(other.pointer(), one.pointer()))) {
                kept.add(one);
            }
        }
        return kept;
    }

    /** What the request does not know comes last. */
    private static int place(List<String> fields, String field) {
        var place = fields.indexOf(field);
        return place < 0 ? fields.size() : place;
    }

    /** Whether what was told at one place leaves nothing to say at another. */
    public static boolean covers(String told, String pointer) {
        return told.equals(pointer) || told.startsWith(pointer + "/");
    }

    private static FieldProblem problem(ConstraintViolation<?> violation, Locale locale) {
        var constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
        if (constraint == Consistent.class) {
            return new FieldProblem(pointer(violation.getPropertyPath()), violation.getMessageTemplate(), null);
        }
        var own = OWN_CODE.matcher(violation.getMessageTemplate());
        var code = own.matches() && !own.group(1).equals("message") ? own.group(1) : kebab(constraint.getSimpleName());
        return new FieldProblem(pointer(violation.getPropertyPath()), code, message(violation, locale));
    }

    /** With its numbers as the language writes them. */
    private static String message(ConstraintViolation<?> violation, Locale locale) {
        var message = violation.getMessage();
        for (var value : violation.getConstraintDescriptor().getAttributes().values()) {
            if (value instanceof Number number && number.longValue() >= 1000) {
                message = message.replace(number.toString(), format(number.longValue(), locale));
            }
        }
        return message;
    }

    private static String format(long number, Locale locale) {
        var written = switch (locale.getLanguage()) {
            case "ar" -> Locale.of("ar", "MA");
            case "fr" -> Locale.FRANCE;
            default -> locale;
        };
        return NumberFormat.getIntegerInstance(written).format(number);
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (var node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName().replace('.', '/'));
            }
        }
        return pointer.toString();
    }

    /** The constraint's name in kebab case: {@code NotNull} is {@code not-null}. */
    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String field(FieldProblem problem) {
        return problem.pointer().replaceFirst("^/", "").replaceFirst("/.*", "");
    }

    private static List<String> fields(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.of();
    }
}
