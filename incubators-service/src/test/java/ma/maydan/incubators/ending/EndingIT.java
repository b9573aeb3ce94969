package ma.maydan.incubators.ending;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.MovedClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an organization leaves the register for good. */
class EndingIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final MovedClock clock = Service.bean(MovedClock.class);
    private String owner;
    private String path;

    @BeforeEach
    void verify() {
        owner = Flows.newPerson();
        path = "/api/v1/organizations/" + Flows.verified(owner, "INCUBATOR").id();
    }

    @AfterEach
    void toThePresent() {
        clock.moveBack();
    }

    @Test
    void twoAdminsRevokeAfterTheOwnerWasHeard() {
        var program = Flows.published(owner, mine().id());
        var soon = step(API.admin("admin"), "propose-revocation", proposal(TODAY.plusDays(7)));
        assertThat(soon.at("/errors/0/pointer")).isEqualTo("/on");
        step(API.admin("admin"), "propose-revocation", proposal(TODAY.plusDays(8)))
                .expect(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> heard().contains("organization.revocation_proposed"));

        assertThat(mine().at("/revocation/on")).isEqualTo(TODAY.plusDays(8).toString());
        assertThat(mine().body().path("revocation").has("minutes")).isFalse();
        assertThat(API.admin("admin2").get(path).at("/revocation/minutes")).isEqualTo("PV 12");
        assertThat(API.get(path).body().has("revocation")).isFalse();
        step(API.person(owner), "hearing", Map.of("text", "Nous avons corrigé.\nVoyez."))
                .expect(200);
        assertThat(step(API.person(owner), "hearing", Map.of("text", "Encore")).code())
                .isEqualTo("invalid-transition");
        assertThat(step(API.person(owner), "retire", retirement()).code()).isEqualTo("invalid-transition");
        assertThat(step(API.admin("admin"), "revoke", null).code()).isEqualTo("four-eyes");
        assertThat(step(API.admin("admin2"), "revoke", null).code()).isEqualTo("hearing-open");

        clock.moveTo(Instant.parse(TODAY.plusDays(8) + "T00:00:01Z"));
        assertThat(step(API.admin("admin"), "revoke", null).code()).isEqualTo("four-eyes");
        var revoked = step(API.admin("admin2"), "revoke", null).expect(200);

        assertThat(revoked.text("registrationStatus")).isEqualTo("REVOKED");
        assertThat(revoked.at("/decision/reasonText/fr")).isEqualTo("Le registre manque");
        var gone = API.get(path);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.code()).isEqualTo("organization-revoked");
        assertThat(gone.at("/since")).isEqualTo(TODAY.plusDays(8).toString());
        assertThat(gone.at("/legalName/ar")).isEqualTo("شركة تجريبية");
        assertThat(mine().allowedTransitions()).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> API.get("/api/v1/programs/" + program.id()).status() == 404);
        await().atMost(Duration.ofSeconds(20)).until(() -> heard().contains("organization.revoked"));
    }

    @Test
    void aProposalIsTakenBack() {
        step(API.admin("admin"), "propose-revocation", proposal(TODAY.plusDays(8)))
                .expect(200);
        step(API.admin("admin2"), "withdraw-revocation", null).expect(200);
        assertThat(mine().body().has("revocation")).isFalse();
        assertThat(step(API.admin("admin2"), "revoke", null).code()).isEqualTo("invalid-transition");
    }

    @Test
    void anOwnerEndsTheActivityAndItsNumberIsFree() {
        var ice = mine().text("ice");
        var future = retirement();
        future.put("on", TODAY.plusDays(2).toString());
        assertThat(step(API.person(owner), "retire", future).status()).isEqualTo(422);

        var retired = step(API.person(owner), "retire", retirement()).expect(200);

        assertThat(retired.text("registrationStatus")).isEqualTo("RETIRED");
        assertThat(retired.text("entityStatus")).isEqualTo("INACTIVE");
        assertThat(API.get(path).code()).isEqualTo("organization-retired");
        assertThat(API.get("/api/v1/organizations?q=" + ice).ids()).isEmpty();
        var again = Flows.organization("STARTUP");
        again.put("ice", ice);
        var taken = Flows.underReview(Flows.newPerson(), again);
        API.admin("admin")
                .post("/api/v1/organizations/" + taken.id() + "/verify", taken.version())
                .expect(200);
    }

    @Test
    void whoNeverShowedItselfIsGoneWithoutATrace() {
        var hidden = Flows.organization("STARTUP");
        hidden.put("visibility", "STEALTH");
        var another = Flows.newPerson();
        var taken = Flows.underReview(another, hidden);
        path = "/api/v1/organizations/" + taken.id();
        API.admin("admin").post(path + "/verify", taken.version()).expect(200);
        owner = another;
        step(API.person(another), "retire", retirement()).expect(200);
        assertThat(API.get(path).status()).isEqualTo(404);
    }

    private Answer step(Api who, String step, @Nullable Object body) {
        var version = mine().version();
        return body == null ? who.post(path + "/" + step, version) : who.post(path + "/" + step, body, version);
    }

    private static Map<String, Object> proposal(LocalDate on) {
        var body = new HashMap<>(Flows.reason());
        body.put("minutes", "PV 12");
        body.put("on", on.toString());
        return body;
    }

    private static Map<String, Object> retirement() {
        var body = new HashMap<>(Flows.reason());
        body.put("on", TODAY.toString());
        return body;
    }

    private Answer mine() {
        return API.person(owner).get(path).expect(200);
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
}
