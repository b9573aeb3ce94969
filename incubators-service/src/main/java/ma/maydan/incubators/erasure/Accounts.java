package ma.maydan.incubators.erasure;

import java.time.Duration;
import java.util.Map;
import ma.maydan.starter.schedule.FinalFailureException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** The accounts of the realm, of which this service may close one: by a client with the role {@code manage-users}. */
@Component
class Accounts {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final RestClient http;
    private final String realm;
    private final String client;
    private final String secret;

    /**
     * @param realm how the realm is reached from here
     * @param secret of the client; without one no account is closed
     */
    Accounts(
            @Value("${maydan.oidc.internal-uri}") String realm,
            @Value("${maydan.accounts.client-id}") String client,
            @Value("${maydan.accounts.client-secret}") String secret) {
        this.realm = realm;
        this.client = client;
        this.secret = secret;
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /**
     * Deletes the account of a person, with its sessions; one that is gone stays gone.
     *
     * @throws FinalFailureException when this service has no right to
     * @throws org.springframework.web.client.RestClientException to be tried again
     */
    void delete(String person) {
        if (secret.isBlank()) {
            throw new FinalFailureException("ACCOUNTS_CLIENT_SECRET is not set", null);
        }
        try {
            http.delete()
                    .uri(realm.replace("/realms/", "/admin/realms/") + "/users/{id}", person)
                    .headers(headers -> headers.setBearerAuth(token()))
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException e) {
            if (e.getStatusCode() == HttpStatus.NOT_FOUND) {
                return;
            }
            throw e;
        }
    }

    private String token() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", client);
        form.add("client_secret", secret);
        var answer = http.post()
                .uri(realm + "/protocol/openid-connect/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(JSON);
        return String.valueOf(answer == null ? null : answer.get("access_token"));
    }
}
