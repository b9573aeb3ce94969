package ma.maydan.incubators.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What an officer should look at before believing a name.
 *
 * @param foreignLetters letters in the names that are neither Arabic, Latin nor Tifinagh
 * @param candidates organizations that can be taken for this one, the verified first, at most {@value #MOST}
 */
@Schema(name = "Lookalikes")
public record LookalikesView(String id, List<String> foreignLetters, List<Candidate> candidates) {

    static final int MOST = 50;

    /** Another organization, and why it is named. */
    public record Candidate(
            String id,
            LocalizedText legalName,
            OrganizationStatus registrationStatus,
            @Nullable String ice,
            String region,
            List<Why> why) {}

    /** How two organizations can be taken for one another. */
    public enum Why {
        /** The same name but for case, accents, spacing, punctuation and legal form. */
        SAME_NAME,
        /** Other letters of the same script that look alike. */
        SAME_LETTERS,
        /** Letters of another script that look alike. */
        OTHER_SCRIPT,
        SAME_ICE
    }

    static LookalikesView of(Organization organization, List<Organization> candidates) {
        return new LookalikesView(
                organization.id(),
                NameKeys.names(organization.profile().legalName())
                        .flatMap(name -> Lookalikes.foreignLetters(name).stream())
                        .distinct()
                        .toList(),
                candidates.stream()
                        .map(other -> candidate(organization.profile(), other))
                        .toList());
    }

    private static Candidate candidate(OrganizationProfile of, Organization other) {
        var profile = other.profile();
        return new Candidate(
                other.id(), profile.legalName(), other.status(), profile.ice(), profile.region(), why(of, profile));
    }

    private static List<Why> why(OrganizationProfile of, OrganizationProfile other) {
        var why = new ArrayList<Why>();
        for (var one : NameKeys.names(of.legalName()).toList()) {
            for (var another : NameKeys.names(other.legalName()).toList()) {
                if (Lookalikes.drawn(one).equals(Lookalikes.drawn(another))) {
                    why.add(why(one, another));
                }
            }
        }
        if (of.ice() != null && Objects.equals(of.ice(), other.ice())) {
            why.add(Why.SAME_ICE);
        }
        // Else the address of one looks like the name of the other.
        return why.isEmpty()
                ? List.of(Why.SAME_LETTERS)
                : why.stream().distinct().sorted().toList();
    }

    private static Why why(String one, String another) {
        if (Lookalikes.plain(one).equals(Lookalikes.plain(another))) {
            return Why.SAME_NAME;
        }
        return Lookalikes.scripts(one).equals(Lookalikes.scripts(another)) ? Why.SAME_LETTERS : Why.OTHER_SCRIPT;
    }
}
