package ma.maydan.portal.api;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the services answer. */
@ConfigurationProperties("maydan.services")
public record ServiceAddresses(String events, String incubators, String partners) {

    /** @param path below {@code /api/v1}, with a slash in front */
    String serving(String path) {
        var first = path.startsWith("/me/") ? path.substring("/me/".length()) : path.substring(1);
        var end = first.indexOf('/');
        return switch (end < 0 ? first : first.substring(0, end)) {
            case "events", "event-reviews", "registrations" -> events;
            case "partnerships", "partnership-reviews" -> partners;
            default -> incubators;
        };
    }
}
