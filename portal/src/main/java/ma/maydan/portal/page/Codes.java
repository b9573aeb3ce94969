package ma.maydan.portal.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The code lists of the domain, in the order in which forms and filters show them; the bundles name each code. */
public final class Codes {

    public static final List<String> REGIONS =
            IntStream.rangeClosed(1, 12).mapToObj("MA-%02d"::formatted).toList();

    /** Each list under the prefix of its texts. */
    public static final Map<String, List<String>> ALL = Map.ofEntries(
            Map.entry("region", REGIONS),
            Map.entry("language", List.of("ar", "fr", "en")),
            Map.entry(
                    "organization.kind",
                    List.of(
                            "STARTUP",
                            "SME",
                            "INCUBATOR",
                            "ACCELERATOR",
                            "PROFESSIONAL_BODY",
                            "TRAINING_OPERATOR",
                            "UNIVERSITY",
                            "PUBLIC_BODY",
                            "CORPORATE",
                            "INVESTOR",
                            "CLUSTER",
                            "MEDIA")),
            Map.entry(
                    "organization.status",
                    List.of("DRAFT", "SUBMITTED", "UNDER_REVIEW", "VERIFIED", "REJECTED", "SUSPENDED")),
            Map.entry("lookalikes.why", List.of("SAME_NAME", "SAME_LETTERS", "OTHER_SCRIPT", "SAME_ICE")),
            Map.entry("organization.role", List.of("OWNER", "ADMIN", "EDITOR", "VIEWER")),
            Map.entry(
                    "program.kind",
                    List.of(
                            "INCUBATION",
                            "ACCELERATION",
                            "PRE_INCUBATION",
                            "TRAINING_BOOTCAMP",
                            "HACKATHON",
                            "SOFT_LANDING",
                            "OPEN_INNOVATION")),
            Map.entry("program.mode", List.of("IN_PERSON", "ONLINE", "HYBRID")),
            Map.entry(
                    "program.status",
                    List.of("DRAFT", "IN_REVIEW", "CHANGES_REQUESTED", "PUBLISHED", "SUSPENDED", "ARCHIVED")),
            Map.entry(
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
                            "OFFSHORING")),
            Map.entry(
                    "event.kind",
                    List.of("CONFERENCE", "MEETUP", "WORKSHOP", "TRAINING", "DEMO_DAY", "HACKATHON", "WEBINAR")),
            Map.entry("event.format", List.of("IN_PERSON", "ONLINE", "HYBRID")),
            Map.entry(
                    "event.status", List.of("DRAFT", "SUBMITTED", "PUBLISHED", "SUSPENDED", "CANCELLED", "COMPLETED")),
            Map.entry(
                    "registration.status",
                    List.of(
                            "CONFIRMED",
                            "WAITLISTED",
                            "CANCELLED",
                            "EVENT_CANCELLED",
                            "EVENT_SUSPENDED",
                            "NOT_SERVED")),
            Map.entry("partnership.lever", List.of("TALENT", "ECOSYSTEM", "WATCH")),
            Map.entry("partnership.type", List.of("FRAMEWORK", "PROGRAMME_CONTRACT", "SPECIFIC", "MOU")),
            Map.entry(
                    "partnership.status",
                    List.of(
                            "DRAFT",
                            "SUBMITTED",
                            "UNDER_REVIEW",
                            "CHANGES_REQUESTED",
                            "APPROVED",
                            "AWAITING_SIGNATURE",
                            "ACTIVE",
                            "SUSPENDED",
                            "EXPIRED",
                            "TERMINATED",
                            "COMPLETED",
                            "REJECTED",
                            "WITHDRAWN")),
            Map.entry(
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
                            "FORCE_MAJEURE",
                            "COMMITMENTS_NOT_KEPT",
                            "CAUSE_REMEDIED",
                            "DECIDED_IN_ERROR",
                            "OTHER")));

    /** Those that admins alone may give; a form offers them to nobody else. */
    public static final Set<String> FOR_ADMINS = Set.of("organization.kind.CLUSTER");

    private Codes() {}

    /** Whether a key would name a code of one of the lists. */
    static boolean isOfAList(String key) {
        var dot = key.lastIndexOf('.');
        return dot > 0 && ALL.containsKey(key.substring(0, dot));
    }
}
