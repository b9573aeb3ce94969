package ma.maydan.incubators.verification;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.MovedClock;
import ma.maydan.testkit.backends.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The yearly confirmation, with the service's clock a year ahead. */
class RenewalIT {

    private static final String PATH = "/api/v1/organizations";
    private static final Map<String, Object> DECLARED = Map.of("declaration", "renewal-2026-1", "language", "ar");

    private final MovedClock clock = Service.bean(MovedClock.class);
    private String owner;
    private Answer verified;
    private LocalDate nextOn;

    @BeforeEach
    void verify() {
        owner = Flows.newPerson();
        verified = Flows.verified(owner, "INCUBATOR");
        nextOn = LocalDate.parse(verified.text("nextConfirmationDate"));
    }

    @AfterEach
    void toThePresent() {
        clock.moveBack();
    }

    @Test
    void itIsAYearAway() {
        assertThat(nextOn)
                .isAfter(LocalDate.now().plusDays(360))
                .isBefore(LocalDate.now().plusDays(370));
        assertThat(mine().allowedTransitions()).doesNotContain("renew");
        assertThat(renew(verified).code()).isEqualTo("invalid-transition");
    }

    @Test
    void anOwnerWhoIsRemindedConfirmsItAndDeclaresWhatIsAsked() {
        days(-30);
        await().atMost(Duration.ofSeconds(20)).until(() -> heard().contains("organization.confirmation_due"));
        var now = mine();
        assertThat(now.allowedTransitions()).contains("renew");
        var declaration = API.person(owner).get(PATH + "/" + verified.id() + "/case");
        assertThat(declaration.at("/declaration/version")).isEqualTo("renewal-2026-1");

        var other = Map.of("declaration", "2026-1", "language", "fr");
        assertThat(API.person(owner)
                        .post(PATH + "/" + verified.id() + "/renew", other, now.version())
                        .code())
                .isEqualTo("declaration-changed");
        var renewed = renew(now).expect(200);

        assertThat(LocalDate.parse(renewed.text("nextConfirmationDate"))).isAfter(nextOn.plusDays(300));
        assertThat(Instant.parse(renewed.text("confirmedAt")))
                .isAfter(Instant.now().plus(Duration.ofDays(300)));
        assertThat(renew(renewed).code()).isEqualTo("invalid-transition");
        assertThat(types()).contains("ma.maydan.organization.renewed.v1");
    }

    @Test
    void whatNobodyConfirmsLapsesAndIsSeenStillAndComesBackWhenSomebodyDoes() {
        var program = Flows.published(owner, verified.id());
        days(30);
        // Read before the work that writes it, or after: the same.
        var lapsed = API.get(PATH + "/" + verified.id()).expect(200);
        assertThat(lapsed.text("registrationStatus")).isEqualTo("LAPSED");
        assertThat(lapsed.text("nextConfirmationDate")).isEqualTo(nextOn.toString());
        assertThat(API.get(PATH + "?limit=100").ids()).doesNotContain(verified.id());
        assertThat(API.get("/api/v1/programs/" + program.id()).status()).isEqualTo(200);
        assertThat(API.person(owner)
                        .create("/api/v1/programs", Flows.program(verified.id()))
                        .code())
                .isEqualTo("organization-not-verified");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(types()).contains("ma.maydan.organization.lapsed.v1"));
        assertThat(API.get("/api/v1/programs?organizationId=" + verified.id()).ids())
                .containsExactly(program.id());
        await().atMost(Duration.ofSeconds(20)).until(() -> heard().contains("organization.lapsed"));
        var since = Instant.now().plus(Duration.ofDays(300));
        assertThat(API.get(PATH + "?limit=100&updatedAfter=" + since).body().path("items"))
                .anySatisfy(item -> {
                    assertThat(item.path("id").asString()).isEqualTo(verified.id());
                    assertThat(item.path("registrationStatus").asString()).isEqualTo("LAPSED");
                });

        var renewed = renew(mine()).expect(200);

        assertThat(renewed.text("registrationStatus")).isEqualTo("VERIFIED");
        assertThat(API.get(PATH + "?limit=1").ids())
                .as("who was confirmed last comes first")
                .containsExactly(verified.id());
    }

    @Test
    void nobodyButAnOwnerConfirms() {
        days(-30);
        // The reminder is a version of its own.
        await().atMost(Duration.ofSeconds(20)).until(() -> heard().contains("organization.confirmation_due"));
        var path = PATH + "/" + verified.id() + "/renew";
        assertThat(API.admin("admin").post(path, DECLARED, mine().version()).status())
                .isEqualTo(403);
        assertThat(API.anonymous().post(path, DECLARED, 1).status()).isEqualTo(401);
    }

    private void days(int after) {
        clock.moveTo(Instant.parse(nextOn.plusDays(after) + "T00:00:01Z"));
    }

    private Answer mine() {
        return API.person(owner).get(PATH + "/" + verified.id()).expect(200);
    }

    private Answer renew(Answer seen) {
        return API.person(owner).post(PATH + "/" + seen.id() + "/renew", DECLARED, seen.version());
    }

    private List<String> heard() {
        return API.person(owner)
                .get("/api/v1/me/notices/organizations")
                .body()
                .path("items")
                .valueStream()
                .map(notice -> notice.path("kind").asString())
                .toList();
    }

    private List<String> types() {
        return Topics.messages("maydan.organizations", verified.id()).stream()
                .map(Topics.Message::type)
                .toList();
    }
}
