package ma.maydan.portal.api;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** The services' own descriptions of their APIs (OpenAPI 3.1). */
@Component
public class Documents {

    private final RestClient http;
    private final ServiceAddresses services;

    Documents(RestClient http, ServiceAddresses services) {
        this.http = http;
        this.services = services;
    }

    /** @throws UnavailableException when the service does not answer with its document */
    public JsonNode of(String service) {
        try {
            var document = http.get()
                    .uri(services.of(service) + "/v3/api-docs")
                    .accept(MediaType.APPLICATION_JSON)
                    .retrieve()
                    .body(JsonNode.class);
            if (document != null) {
                return document;
            }
        } catch (RestClientException e) {
            throw new UnavailableException(service + " has no document: " + e.getMessage(), e);
        }
        throw new UnavailableException(service + " has no document");
    }

    /** The services by their names, in the order of their names. */
    public List<String> services() {
        return services.services().keySet().stream().sorted().toList();
    }
}
