package ma.maydan.incubators.organization;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import ma.maydan.starter.cluster.ClusterOrganization;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.problem.Problems;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.BodyReader;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what an organization says of itself where no request brings it, by the rules of one that does. */
@Component
public class ProfileReader {

    private static final List<Locale> LANGUAGES = List.of(Locale.of("ar"), Locale.FRENCH, Locale.ENGLISH);

    private final BodyReader bodies;
    private final JsonMapper json;
    private final Problems problems;
    private final ClusterOrganization cluster;

    ProfileReader(BodyReader bodies, JsonMapper json, Problems problems, ClusterOrganization cluster) {
        this.bodies = bodies;
        this.json = json;
        this.problems = problems;
        this.cluster = cluster;
    }

    /** A profile, or all that is wrong with it. */
    public sealed interface Read {}

    public record Right(OrganizationProfile profile) implements Read {}

    public record Wrong(List<Fault> faults) implements Read {}

    /**
     * What is wrong with a field, as the form says it.
     *
     * @param pointer into the body of the API
     * @param text in each language
     */
    public record Fault(String pointer, String code, LocalizedText text) {

        public FieldProblem in(Locale locale) {
            return new FieldProblem(pointer, code, text.in(locale));
        }
    }

    /** As the API takes it. */
    public ObjectNode body(OrganizationProfile profile) {
        ObjectNode body = json.valueToTree(profile);
        body.remove("logo");
        return body;
    }

    /**
     * @param body as the API takes it
     * @param id of the organization that would say it
     */
    public Read read(JsonNode body, String id) {
        var before = LocaleContextHolder.getLocaleContext();
        try {
            LocaleContextHolder.setLocale(LANGUAGES.getFirst());
            var profile = bodies.read(body, OrganizationRequest.class).profile();
            // The cluster stays one, and nobody else becomes one.
            return profile.isCluster() == id.equals(cluster.id())
                    ? new Right(profile)
                    : new Wrong(List.of(fault("/kinds", "cluster-kind")));
        } catch (ProblemException refused) {
            return new Wrong(faults(body, refused));
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private List<Fault> faults(JsonNode body, ProblemException inArabic) {
        var inFrench = refusal(body, LANGUAGES.get(1));
        var inEnglish = refusal(body, LANGUAGES.get(2));
        var faults = inArabic.errors();
        return IntStream.range(0, faults.size())
                .mapToObj(at -> {
                    var fault = faults.get(at);
                    return new Fault(
                            fault.pointer(),
                            fault.code(),
                            LocalizedText.of(
                                    text(fault, LANGUAGES.get(0)),
                                    text(inFrench.get(at), LANGUAGES.get(1)),
                                    text(inEnglish.get(at), LANGUAGES.get(2))));
                })
                .toList();
    }

    private List<FieldProblem> refusal(JsonNode body, Locale language) {
        LocaleContextHolder.setLocale(language);
        try {
            bodies.read(body, OrganizationRequest.class);
            throw new IllegalStateException("Right in one language");
        } catch (ProblemException refused) {
            return refused.errors();
        }
    }

    private String text(FieldProblem fault, Locale language) {
        return Objects.requireNonNullElseGet(fault.detail(), () -> problems.ofField(fault.code(), language));
    }

    /** A fault that its code has the words for. */
    public Fault fault(String pointer, String code) {
        return new Fault(
                pointer,
                code,
                LocalizedText.of(
                        problems.ofField(code, LANGUAGES.get(0)),
                        problems.ofField(code, LANGUAGES.get(1)),
                        problems.ofField(code, LANGUAGES.get(2))));
    }
}
