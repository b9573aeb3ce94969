package ma.maydan.gateway.docs;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.RefusedException;
import ma.maydan.gateway.route.Upstream;
import ma.maydan.gateway.route.UpstreamGuard;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The services' OpenAPI documents, with the gateway as their server. */
@Component
class ApiDocuments {

    private final GatewaySettings settings;
    private final UpstreamGuard guard;
    private final RestClient http;
    private final JsonMapper json;

    ApiDocuments(GatewaySettings settings, UpstreamGuard guard, ClientHttpRequestFactory requests, JsonMapper json) {
        this.settings = settings;
        this.guard = guard;
        this.http = RestClient.builder().requestFactory(requests).build();
        this.json = json;
    }

    /** @throws RefusedException when the service does not answer with a document */
    JsonNode of(Upstream service) {
        var answer = guard.call(
                service,
                true,
                () -> fetch(service),
                found -> found.getStatusCode().value());
        var document = answer.getStatusCode().is2xxSuccessful() ? parse(answer.getBody()) : null;
        if (document == null) {
            throw new RefusedException(Refusal.unavailable(HttpStatus.BAD_GATEWAY, Duration.ofSeconds(10)));
        }
        document.set(
                "servers",
                json.valueToTree(List.of(Map.of("url", settings.publicUri().toString()))));
        return document;
    }

    private ResponseEntity<byte[]> fetch(Upstream service) throws IOException {
        try {
            return http.get()
                    .uri(settings.upstreams().get(service.code()) + "/v3/api-docs")
                    .retrieve()
                    .toEntity(byte[].class);
        } catch (RestClientResponseException refused) {
            return ResponseEntity.status(refused.getStatusCode()).build();
        }
    }

    private @Nullable ObjectNode parse(byte @Nullable [] body) {
        try {
            return body != null && json.readTree(body) instanceof ObjectNode document ? document : null;
        } catch (JacksonException notJson) {
            return null;
        }
    }
}
