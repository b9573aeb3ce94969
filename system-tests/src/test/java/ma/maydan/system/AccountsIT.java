package ma.maydan.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.maydan.testkit.api.Api;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What the realm takes away counts within a minute, on the pages, by a browser's session and by tokens.
 * Everything is taken away at once, so that all wait through the same minute.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsIT {

    private static final Duration PROMISED = Duration.ofSeconds(60);
    private static final List<String> MACHINES = List.of("a-disabled-machine", "a-machine-of-another-secret");

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);
    private final RealmAdmin realm = new RealmAdmin(portal);
    private final Map<String, Api> machines = new HashMap<>();

    private Page disabled;
    private Api disabledToken;
    private Page withoutRole;
    private Api withoutRoleToken;
    private Instant takenAway;

    @BeforeAll
    void takeAway() {
        var disabledId = realm.person("disabled");
        var withoutRoleId = realm.person("without-role", "mnc-admin");
        disabled = signedIn("disabled");
        disabledToken = portal.withToken(tokenOf("disabled"));
        withoutRole = signedIn("without-role");
        withoutRoleToken = portal.withToken(tokenOf("without-role"));
        for (var machine : MACHINES) {
            realm.client(machine(machine));
            machines.put(machine, portal.machine(machine, machine, "events.read"));
        }

        disabledToken.get("/me/organizations").expect(200);
        assertThat(statusInSession(disabled, "/me/organizations")).isEqualTo(200);
        withoutRoleToken.get("/verification-cases").expect(200);
        assertThat(statusInSession(withoutRole, "/verification-cases")).isEqualTo(200);
        machines.values().forEach(machine -> machine.get("/events").expect(200));

        realm.change("/users/" + disabledId, Map.of("enabled", false));
        realm.takeRole(withoutRoleId, "mnc-admin");
        realm.change(client(MACHINES.get(0)), Map.of("enabled", false));
        realm.change(client(MACHINES.get(1)), Map.of("secret", "another-secret"));
        takenAway = Instant.now();
    }

    @AfterAll
    void close() {
        browsing.close();
    }

    @Test
    void whoseAccountIsDisabledHasNoPageAndNoTokenThatCounts() {
        withinTheMinute(() -> {
            assertThat(isSignedIn(disabled)).isFalse();
            assertThat(statusInSession(disabled, "/me/organizations")).isEqualTo(401);
            assertThat(disabledToken.get("/me/organizations").status()).isEqualTo(401);
        });
    }

    @Test
    void whoseRoleIsTakenAwayHasNoQueueAndNoTokenThatOpensOne() {
        withinTheMinute(() -> {
            assertThat(withoutRole
                            .navigate(portal.gateway() + "/fr/reviews/organizations")
                            .status())
                    .isIn(403, 404);
            assertThat(statusInSession(withoutRole, "/verification-cases")).isEqualTo(403);
            assertThat(withoutRoleToken.get("/verification-cases").status()).isIn(401, 403);
        });
        assertThat(isSignedIn(withoutRole)).isTrue();
        portal.withToken(tokenOf("without-role")).get("/verification-cases").expect(403);
    }

    @ParameterizedTest
    @FieldSource("MACHINES")
    void aMachineThatIsDisabledOrWhoseSecretIsChangedIsLetInNoLonger(String machine) {
        assertThatThrownBy(() -> portal.machine(machine, machine, "events.read"))
                .as("a new token")
                .hasMessageContaining("401");
        var known = requireNonNull(machines.get(machine));
        withinTheMinute(() -> assertThat(known.get("/events").status()).isEqualTo(401));
    }

    /** Of what has been taken away for at least the promised time, at once. */
    private void withinTheMinute(ThrowingRunnable holds) {
        var left = PROMISED.minus(Duration.between(takenAway, Instant.now()));
        await().atMost(left.isPositive() ? left : Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(holds);
    }

    private Page signedIn(String name) {
        return browsing.signedIn(browsing.window(1280), "fr", RealmAdmin.login(name), RealmAdmin.PASSWORD);
    }

    /** As the realm's own client gives it. */
    private String tokenOf(String name) {
        return portal.token(Map.of(
                "grant_type",
                "password",
                "client_id",
                "maydan-cli",
                "username",
                RealmAdmin.login(name),
                "password",
                RealmAdmin.PASSWORD));
    }

    private static Map<String, Object> machine(String name) {
        return Map.of(
                "clientId",
                name,
                "secret",
                name,
                "serviceAccountsEnabled",
                true,
                "standardFlowEnabled",
                false,
                "fullScopeAllowed",
                false,
                "defaultClientScopes",
                List.of("basic", "maydan-audience"),
                "optionalClientScopes",
                List.of("events.read"));
    }

    private String client(String name) {
        return "/clients/"
                + realm.get("/clients?clientId=" + name).path(0).path("id").asString();
    }

    private boolean isSignedIn(Page page) {
        page.navigate(portal.gateway() + "/fr/");
        return page.locator("form[action='/logout']").count() > 0;
    }

    private int statusInSession(Page page, String path) {
        return page.request().get(portal.gateway() + "/api/v1" + path).status();
    }
}
