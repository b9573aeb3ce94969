package ma.maydan.gateway.route;

import java.util.List;
import java.util.Locale;

/** Who is behind the gateway, and which parts of the API each answers. */
public enum Upstream {
    EVENTS(
            "events",
            "event-reviews",
            "registrations",
            "seats",
            "speakers",
            "me/events",
            "me/co-hosted-events",
            "me/registrations",
            "me/speakers",
            "me/notices/events",
            "notices/events",
            "me/personal-data/events",
            "personal-data/events"),
    INCUBATORS(
            "organizations",
            "organization-changes",
            "organization-figures",
            "imports",
            "invitations",
            "invitation-links",
            "join-requests",
            "receipts",
            "programs",
            "verification-cases",
            "program-reviews",
            "me/organizations",
            "me/invitations",
            "me/join-requests",
            "me/programs",
            "me/notices/organizations",
            "notices/organizations",
            "me/personal-data/organizations",
            "personal-data/organizations",
            "me/erasure"),
    PARTNERS(
            "partnerships",
            "partnership-reviews",
            "me/partnerships",
            "me/notices/partnerships",
            "notices/partnerships",
            "me/personal-data/partnerships",
            "personal-data/partnerships"),
    PORTAL;

    /** The services, which have an API document each. */
    public static final List<Upstream> SERVICES = List.of(EVENTS, INCUBATORS, PARTNERS);

    private final List<String> resources;

    Upstream(String... resources) {
        this.resources = List.of(resources);
    }

    /** As in settings and addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Path patterns. */
    List<String> patterns() {
        return resources.stream().map(resource -> "/api/v1/" + resource + "/**").toList();
    }
}
