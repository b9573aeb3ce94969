package ma.maydan.portal;

import java.util.List;

/** Objects as the services show them. */
final class Samples {

    private static final String NAME = """
        {"ar": "حاضنة الأطلس", "fr": "Incubateur Atlas", "en": "Atlas Incubator"}\
        """;

    private Samples() {}

    static String list(String... items) {
        return "{\"items\": [" + String.join(",", items) + "]}";
    }

    static String event(String id, String status, String steps, String more) {
        return """
            {"id": "%s", "version": 7, "hostOrganizationId": "org", "hostName": %s, "hostPartner": true,
             "hostStatus": "VERIFIED", "registrationOpen": true, "registrationOpensLater": false,
             "registrationsReadable": false,
             "title": {"ar": "ورشة الأفكار", "fr": "Atelier des idées", "en": "Workshop of ideas"},
             "description": {"fr": "Une matinée <b>pratique</b>."}, "kind": "WORKSHOP", "format": "IN_PERSON",
             "startsAtLocal": "2036-08-15T10:00:00", "endsAtLocal": "2036-08-15T12:30:00",
             "zone": "Africa/Casablanca", "startsAt": "2036-08-15T10:00:00Z", "endsAt": "2036-08-15T12:30:00Z",
             "region": "MA-06", "venue": {"fr": "Technopark"}, "capacity": 50, "status": "%s",
             "seats": {"capacity": 50, "confirmed": 48, "held": 0, "waiting": 3, "free": 2},
             "allowedTransitions": [%s], "updatedAt": "2026-11-01T00:00:00Z"%s}\
            """.formatted(id, NAME, status, steps, more);
    }

    static String event(String id, String status, String steps) {
        return event(id, status, steps, "");
    }

    /** Who owns it edits it, in the states in which the register lets them. */
    static String organization(String id, String status, String others, String more) {
        var edits = more.contains("OWNER") && List.of("DRAFT", "REJECTED").contains(status);
        var steps = edits ? "\"edit\"" + (others.isEmpty() ? "" : ", " + others) : others;
        return """
            {"id": "%s", "version": 4, "slug": "atlas", "legalName": %s, "description": {"fr": "Depuis 2020."},
             "kinds": ["INCUBATOR", "ACCELERATOR"], "ice": "001234567000089", "region": "MA-06",
             "website": "https://www.atlas.example/", "registrationStatus": "%s", "partner": true,
             "verifiedAt": "2026-10-02T09:00:00Z", "allowedTransitions": [%s]%s}\
            """.formatted(id, NAME, status, steps, more);
    }

    static String program(String id, String status, String steps) {
        return """
            {"id": "%s", "version": 2, "organizationId": "org", "organizationName": %s,
             "organizationPartner": true, "organizationStatus": "VERIFIED", "title": {"fr": "Incubation 2027"}, "summary": {"fr": "Six mois."},
             "kind": "INCUBATION", "mode": "HYBRID", "sectors": ["FINTECH", "AI"], "languages": ["ar", "fr"],
             "status": "%s", "allowedTransitions": [%s]}\
            """.formatted(id, NAME, status, steps);
    }

    static String partnership(String id, String status, String steps) {
        return """
            {"id": "%s", "version": 3, "title": {"fr": "Accompagner 40 startups"},
             "objectives": {"fr": "Quatre ateliers par an."}, "lever": "ECOSYSTEM", "type": "FRAMEWORK",
             "parties": [{"organizationId": "org", "name": %s}, {"organizationId": "mnc"}],
             "proposerOrganizationId": "org", "startsOn": "2027-01-01", "endsOn": "2028-12-31", "status": "%s",
             "allowedTransitions": [%s]}\
            """.formatted(id, NAME, status, steps);
    }

    static String registration(String id, String status, String more) {
        return """
            {"id": "%s", "version": 1, "eventId": "event", "eventTitle": {"fr": "Atelier des idées"},
             "eventStartsAt": "2036-08-15T10:00:00Z", "eventStartsAtLocal": "2036-08-15T10:00:00",
             "eventZone": "Africa/Casablanca", "eventStatus": "PUBLISHED", "eventRegistrationOpen": true, "mine": true,
             "personName": "Salma Idrissi", "status": "%s",
             "registeredAt": "2026-11-20T09:30:00Z", "allowedTransitions": ["cancel"]%s}\
            """.formatted(id, status, more);
    }
}
