package ma.maydan.incubators.membership;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import ma.maydan.incubators.Flows;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever invites may type. */
class InvitedAddressIT {

    private final String owner = Flows.newPerson();
    private final Api boss = API.person(owner);
    private final String organization = Flows.draft(owner, "STARTUP").id();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b",
                "a@example.org\r\nBcc: b@example.org",
                "a@example.org,b@example.org",
                "\"a\" <a@example.org>",
                "<script>@example.org",
                "a@exa<b>mple.org",
                "a@-example.org",
                "a@example..org"
            })
    void whatIsNoAddressIsRefused(String email) {
        assertThat(invite(email, "VIEWER").status()).isEqualTo(422);
    }

    @Test
    void aRoleThatIsNoneIsRefusedAndAddressesAreComparedInLowerCase() {
        assertThat(boss.create(invitations(), Map.of("email", "a@example.org", "role", "KING"))
                        .status())
                .isEqualTo(422);
        assertThat(boss.create(invitations(), Map.of("email", "a@example.org")).status())
                .isEqualTo(422);
        boss.create(invitations(), Map.of("email", "Big." + owner + "@Example.ORG", "role", "VIEWER"))
                .expect(201);
        assertThat(invite("big." + owner + "@example.org", "VIEWER").code()).isEqualTo("already-invited");
    }

    private Answer invite(String email, String role) {
        return boss.create(invitations(), Map.of("email", email, "role", role));
    }

    private String invitations() {
        return "/api/v1/organizations/" + organization + "/invitations";
    }
}
