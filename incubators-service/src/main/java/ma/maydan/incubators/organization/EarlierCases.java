package ma.maydan.incubators.organization;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import ma.maydan.incubators.casefile.CaseFile;
import ma.maydan.incubators.casefile.Evidence;
import ma.maydan.incubators.casefile.EvidenceItem;
import ma.maydan.incubators.casefile.Happening.What;
import ma.maydan.starter.lifecycle.Reason;
import org.jspecify.annotations.Nullable;

/** The cases before the present one, beside that. */
public final class EarlierCases {

    private EarlierCases() {}

    /** Why this case was rejected; null where it was not, or the decision is kept no longer. */
    public static @Nullable Reason reasonOf(Organization organization, CaseFile file) {
        var at = file.ended(What.REJECTED);
        return organization.stage().decisions().stream()
                .filter(decision -> decision.outcome() == Decision.Outcome.REJECTED
                        && decision.at().equals(at))
                .map(Decision::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What is another in the case after this one, or now if that is not submitted yet, as pointers. */
    public static List<String> changedSince(Organization organization, CaseFile file) {
        var all = organization.stage().cases().all();
        var next = all.get(all.indexOf(file) + 1);
        var before = file.submission() == null ? null : file.submission().said();
        var after = next.submission() == null
                ? SaidFields.of(organization.profile())
                : next.submission().said();
        return Stream.concat(fields(before, after), documents(file, next)).toList();
    }

    private static Stream<String> fields(@Nullable Map<String, String> before, @Nullable Map<String, String> after) {
        return before == null || after == null
                ? Stream.of()
                : after.keySet().stream()
                        .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                        .map(field -> "/" + field);
    }

    private static Stream<String> documents(CaseFile before, CaseFile after) {
        return Stream.of(EvidenceItem.values())
                .filter(item -> !Objects.equals(paper(before, item), paper(after, item)))
                .map(item -> "/evidence/" + item);
    }

    private static @Nullable String paper(CaseFile file, EvidenceItem item) {
        return file.evidence(item).map(Evidence::paper).map(paper -> paper.id()).orElse(null);
    }
}
