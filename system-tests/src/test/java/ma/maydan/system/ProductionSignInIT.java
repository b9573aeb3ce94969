package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import ma.maydan.testkit.backends.TestBackends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the realm of production asks of people before the gateway gets a code for them, in a real Keycloak. */
class ProductionSignInIT {

    private static final String PASSWORD = "correct horse battery";
    private static final String SET_UP = "kc-totp-secret-qr-code";
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/realms/\\S+action-token\\S+");

    private final String keycloak = TestBackends.keycloak();
    private final String openid = keycloak + "/realms/maydan/protocol/openid-connect";
    private final ProductionRealmAdmin admin = new ProductionRealmAdmin(keycloak);
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void aMailServer() {
        mail.start();
        sendTo(Integer.toString(mail.getSmtp().getPort()));
    }

    @AfterEach
    void nobodyStays() {
        mail.stop();
        sendTo("25");
        admin.removeUsers();
    }

    @Test
    void whoeverHasNotVerifiedTheirMailGetsNoCode() {
        var visitor = RealmVisitor.at(openid)
                .click("login-actions/registration")
                .fill(Map.of(
                        "email", "newcomer@people.example",
                        "firstName", "New",
                        "lastName", "Comer",
                        "password", PASSWORD,
                        "password-confirm", PASSWORD));
        assertThat(visitor.code()).isEmpty();
        assertThat(visitor.page()).contains("Verify your e-mail address");
        assertThat(visitor.again().code()).isEmpty();
        assertThat(RealmVisitor.at(openid)
                        .signIn("newcomer@people.example", PASSWORD)
                        .code())
                .isEmpty();
    }

    @Test
    void nobodyRegistersWithoutAnAddress() {
        RealmVisitor.at(openid)
                .click("login-actions/registration")
                .fill(Map.of(
                        "email", "",
                        "firstName", "No",
                        "lastName", "Where",
                        "password", PASSWORD,
                        "password-confirm", PASSWORD));

        assertThat(admin.get("/users")).isEmpty();
    }

    @Test
    void anAddressThatIsNotVerifiedAnyMoreHasToBeVerifiedBeforeTheNextCode() {
        admin.addUser("mover", PASSWORD);
        assertThat(RealmVisitor.at(openid)
                        .signIn("mover@people.example", PASSWORD)
                        .code())
                .isPresent();

        admin.put("/users/" + admin.id("mover"), Map.of("email", "other@people.example", "emailVerified", false));

        var visitor = RealmVisitor.at(openid).signIn("other@people.example", PASSWORD);
        assertThat(visitor.code()).isEmpty();
        assertThat(visitor.page()).contains("Verify your e-mail address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnc-admin", "mnc-officer"})
    void whoeverActsForTheClusterSetsUpASecondFactorBeforeTheFirstCodeAndUsesItFromThenOn(String role)
            throws Exception {
        admin.addUser("amina", PASSWORD);
        admin.give("amina", role);

        var visitor = RealmVisitor.at(openid).signIn("amina@people.example", PASSWORD);
        assertThat(visitor.code()).isEmpty();
        assertThat(visitor.page()).contains(SET_UP);
        assertThat(visitor.again().code()).isEmpty();
        visitor = RealmVisitor.at(openid).signIn("amina@people.example", PASSWORD);
        var secret = setUp(visitor);
        assertThat(visitor.code()).isPresent();

        visitor = RealmVisitor.at(openid).signIn("amina@people.example", PASSWORD);
        assertThat(visitor.code()).isEmpty();
        assertThat(visitor.fill(Map.of("otp", "000000")).code()).isEmpty();
        assertThat(visitor.again().code()).isEmpty();
        visitor = RealmVisitor.at(openid).signIn("amina@people.example", PASSWORD);
        assertThat(visitor.fill(Map.of("otp", OneTimePassword.of(secret, 1))).code())
                .isPresent();
    }

    @Test
    void aRoleGivenInARunningSessionAsksForTheSecondFactorAtTheNextCode() {
        admin.addUser("salma", PASSWORD);
        var visitor = RealmVisitor.at(openid).signIn("salma@people.example", PASSWORD);
        assertThat(visitor.again().code()).as("a running session is enough").isPresent();

        admin.give("salma", "mnc-officer");

        assertThat(visitor.again().code()).isEmpty();
        assertThat(visitor.page()).contains(SET_UP);
    }

    @Test
    void aNewPasswordByMailLeavesTheSecondFactorAsItIs() throws Exception {
        admin.addUser("driss", PASSWORD);
        admin.give("driss", "mnc-admin");
        var visitor = RealmVisitor.at(openid).signIn("driss@people.example", PASSWORD);
        var secret = setUp(visitor);

        visitor = RealmVisitor.at(openid)
                .click("login-actions/reset-credentials")
                .fill(Map.of("username", "driss@people.example"));
        assertThat(subjectTo("driss@people.example")).isEqualTo("Choose a new password");
        visitor.go(linkOf("driss@people.example"));
        visitor.fill(Map.of("password-new", "another horse battery", "password-confirm", "another horse battery"));
        assertThat(visitor.code()).isEmpty();
        assertThat(visitor.page()).doesNotContain(SET_UP);

        visitor = RealmVisitor.at(openid).signIn("driss@people.example", "another horse battery");
        assertThat(visitor.code()).isEmpty();
        assertThat(visitor.page()).doesNotContain(SET_UP).contains("name=\"otp\"");
        assertThat(visitor.fill(Map.of("otp", OneTimePassword.of(secret, 1))).code())
                .isPresent();
    }

    @Test
    void whatPeopleAndAdministratorsDoIsKept() {
        admin.addUser("startup", PASSWORD);
        RealmVisitor.at(openid).signIn("startup@people.example", "wrong").signIn("startup@people.example", PASSWORD);

        assertThat(admin.get("/events")
                        .valueStream()
                        .map(event -> event.path("type").asString("")))
                .contains("LOGIN", "LOGIN_ERROR");
        assertThat(admin.get("/admin-events")
                        .valueStream()
                        .filter(event -> event.path("resourcePath").asString("").startsWith("users/")))
                .isNotEmpty()
                .anySatisfy(event ->
                        assertThat(event.path("representation").asString("")).contains("startup"));
    }

    private String setUp(RealmVisitor visitor) throws Exception {
        var secret = visitor.value("totpSecret");
        visitor.fill(Map.of("totp", OneTimePassword.of(secret, 0), "totpSecret", secret, "userLabel", "A telephone"));
        return secret;
    }

    private String subjectTo(String address) throws MessagingException {
        await().until(() -> mail.getReceivedMessagesForDomain(address).length > 0);
        return mail.getReceivedMessagesForDomain(address)[0].getSubject();
    }

    private String linkOf(String address) {
        await().until(() -> mail.getReceivedMessagesForDomain(address).length > 0);
        var body = GreenMailUtil.getBody(mail.getReceivedMessagesForDomain(address)[0])
                .replace("=\r\n", "")
                .replace("=3D", "=");
        var link = LINK.matcher(body);
        assertThat(link.find()).as(body).isTrue();
        return link.group();
    }

    private void sendTo(String port) {
        var server = new HashMap<String, Object>();
        admin.get("/")
                .path("smtpServer")
                .properties()
                .forEach(entry -> server.put(entry.getKey(), entry.getValue().asString("")));
        server.put("port", port);
        admin.put("/", Map.of("smtpServer", server));
    }
}
