package ma.maydan.local;

import java.util.Arrays;
import java.util.Locale;

/** The parts of the portal, in the order in which they start. */
enum Part {
    MONGODB("mongodb", 27017, ""),
    KAFKA("kafka", 9092, ""),
    KEYCLOAK("keycloak", 8081, ""),
    MAIL("mail", 8025, ""),
    EVENTS("events-service", 8082, "ma.maydan.events.EventsApplication"),
    INCUBATORS("incubators-service", 8083, "ma.maydan.incubators.IncubatorsApplication"),
    PARTNERS("partners-service", 8084, "ma.maydan.partners.PartnersApplication"),
    PORTAL("portal", 8085, "ma.maydan.portal.PortalApplication"),
    GATEWAY("gateway", 8080, "ma.maydan.gateway.GatewayApplication");

    final String title;
    final int defaultPort;
    final String mainClass;

    Part(String title, int defaultPort, String mainClass) {
        this.title = title;
        this.defaultPort = defaultPort;
        this.mainClass = mainClass;
    }

    boolean isApplication() {
        return !mainClass.isEmpty();
    }

    /** Such as MAYDAN_GATEWAY_PORT. */
    String portVariable() {
        return "MAYDAN_" + name() + "_PORT";
    }

    static Part named(String title) {
        return Arrays.stream(values())
                .filter(part -> part.title.equals(title)
                        || part.name().toLowerCase(Locale.ROOT).equals(title))
                .findFirst()
                .orElseThrow(() -> new LocalStackException("There is no part “" + title + "”; the parts are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(part -> part.title).toList()) + "."));
    }
}
