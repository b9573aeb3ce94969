package ma.maydan.starter.problem;

import static ma.maydan.starter.TestService.send;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import ma.maydan.starter.TestService;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RefusalLogIT {

    private final TestService service = TestService.shared();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Problems.class);
    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        seen.start();
        logger.addAppender(seen);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(seen);
        logger.setLevel(null);
    }

    @Test
    void aRefusalIsLoggedWithWhoWhatAndWhyInOneLineAndWithoutWhatTheCallerWrote() {
        send(service.rename("secret-id", "\"1\"", "secret-name"));
        send(service.request("/api/v1/things/officers?x=secret")
                .header("Authorization", "Bearer " + TestTokens.person("curious")));
        send(service.request("/api/v1/things").header("Authorization", "Bearer " + TestTokens.machine("robot")));
        send(service.request("/api/v1/things/mine"));
        send(service.request("/secret-path"));
        send(service.create("x").setHeader("Idempotency-Key", "\u0020"));

        assertThat(seen.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Refused PUT /api/v1/things/{id} to PERSON someone: 404 not-found",
                        "Refused GET /api/v1/things/officers to PERSON curious: 403 forbidden",
                        "Refused GET /api/v1/things to MACHINE robot: 403 insufficient-scope",
                        "Refused GET /api/v1/things/mine to NOBODY: 401 unauthorized",
                        "Refused GET /** to NOBODY: 404 not-found",
                        "Refused POST /api/v1/things to PERSON someone: 400 idempotency-key-invalid");
    }
}
