package ma.maydan.portal.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The code lists of all features, and those that features share; the bundles name each code. */
@Component
public final class Codes {

    public static final List<String> REGIONS =
            IntStream.rangeClosed(1, 12).mapToObj("MA-%02d"::formatted).toList();

    private static final Map<String, List<String>> SHARED = Map.of(
            "region",
            REGIONS,
            "language",
            List.of("ar", "fr", "en"),
            "sector",
            List.of(
                    "FINTECH",
                    "AI",
                    "HEALTHTECH",
                    "EDTECH",
                    "AGRITECH",
                    "CYBERSECURITY",
                    "ECOMMERCE",
                    "LOGISTICS",
                    "GREENTECH",
                    "GOVTECH",
                    "SAAS",
                    "GAMING",
                    "TOURISMTECH",
                    "INDUSTRY40",
                    "IOT",
                    "CLOUD",
                    "MEDIA",
                    "PROPTECH",
                    "OFFSHORING"),
            "reason",
            List.of(
                    "INCOMPLETE_EVIDENCE",
                    "NAME_MISMATCH",
                    "NOT_ELIGIBLE",
                    "DUPLICATE",
                    "RULES_BREACH",
                    "INCOMPLETE",
                    "UNCLEAR",
                    "WRONG_DATES",
                    "ORGANIZER_UNABLE",
                    "VENUE_UNAVAILABLE",
                    "TOO_FEW_PEOPLE",
                    "TOO_FEW_SEATS",
                    "FORCE_MAJEURE",
                    "COMMITMENTS_NOT_KEPT",
                    "KEEPS_THE_RULES",
                    "CAUSE_REMEDIED",
                    "DECIDED_IN_ERROR",
                    "HOST_NOT_VERIFIED",
                    "PARTY_NOT_VERIFIED",
                    "OTHER"));

    private final Map<String, List<String>> all = new HashMap<>(SHARED);

    /** @throws IllegalStateException when two features have a list under the same prefix */
    public Codes(List<Feature> features) {
        features.forEach(feature -> feature.codes().forEach((prefix, codes) -> {
            if (all.put(prefix, codes) != null) {
                throw new IllegalStateException("Two lists are called " + prefix);
            }
        }));
    }

    /** Each list under the prefix of its texts. */
    public Map<String, List<String>> all() {
        return all;
    }

    /** @throws IllegalArgumentException when there is no such list */
    public List<String> of(String list) {
        var codes = all.get(list);
        if (codes == null) {
            throw new IllegalArgumentException("No list is called " + list);
        }
        return codes;
    }

    /** Whether a key would name a code of one of the lists. */
    boolean isOfAList(String key) {
        var dot = key.lastIndexOf('.');
        return dot > 0 && all.containsKey(key.substring(0, dot));
    }
}
