package ma.maydan.incubators.erasure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.starter.schedule.FinalFailureException;
import ma.maydan.starter.security.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * The accounts of the realm: by a client with the roles {@code manage-users}, to close one, and {@code view-realm}, to
 * read who has a role.
 */
@Component
class Accounts {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<User>> USERS = new ParameterizedTypeReference<>() {};

    /** More than a cluster has; of those that it had beyond, some would do as well. */
    private static final int ADMINS = 200;

    /** What a list of the realm says of a person. */
    private record User(String id, boolean enabled) {}

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
                    .uri(admin() + "/users/{id}", person)
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

    /**
     * The people who are admins of the cluster and can sign in.
     *
     * @return empty without a client, by which no account would be closed either
     * @throws org.springframework.web.client.RestClientException to be tried again
     */
    Set<String> admins() {
        if (secret.isBlank()) {
            return Set.of();
        }
        var users = http.get()
                .uri(admin() + "/roles/{role}/users?briefRepresentation=true&max={max}", Caller.ADMIN, ADMINS)
                .headers(headers -> headers.setBearerAuth(token()))
                .retrieve()
                .body(USERS);
        return Stream.ofNullable(users)
                .flatMap(List::stream)
                .filter(User::enabled)
                .map(User::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private String admin() {
        return realm.replace("/realms/", "/admin/realms/");
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
