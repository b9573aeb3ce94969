package ma.maydan.portal.api;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services answer.
 *
 * @param services addresses by name
 */
@ConfigurationProperties("maydan")
public record ServiceAddresses(Map<String, String> services) {

    /** @throws IllegalStateException when there is no such service */
    public String of(String service) {
        var address = services.get(service);
        if (address == null) {
            throw new IllegalStateException("No service is called " + service);
        }
        return address;
    }
}
