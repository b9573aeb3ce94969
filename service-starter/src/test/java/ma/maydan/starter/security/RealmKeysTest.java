package ma.maydan.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Which tokens count while keys change, while the realm is away, and while somebody makes up names of keys. */
class RealmKeysTest {

    private static final String OTHER_KEY =
            "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"other\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}";

    private final AtomicInteger asked = new AtomicInteger();
    private final Time time = new Time();
    private final String good = TestTokens.person("amina");
    private volatile String keys = realKeys();
    private HttpServer realm;
    private JwtDecoder tokens;

    private static final class Time extends Clock {
        private Instant now = Instant.now();

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void open() throws IOException {
        realm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        realm.createContext("/", exchange -> {
            asked.incrementAndGet();
            var body = keys.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        realm.start();
        var uri = "http://localhost:" + realm.getAddress().getPort();
        tokens = RealmTokens.decoder(new RealmKeys(uri, time), TestTokens.issuer(), "maydan-api");
    }

    @AfterEach
    void close() {
        realm.stop(0);
    }

    @Test
    void aHundredMadeUpNamesOfKeysAreRefusedAndCostTheRealmOneQuestion() {
        tokens.decode(good);
        time.pass(RealmKeys.BETWEEN_QUESTIONS);

        for (var i = 0; i < 100; i++) {
            assertRefused(TestTokens.signUnknown(TestTokens.claims("admin", "portal"), "made-up-" + i));
            assertThat(tokens.decode(good).getSubject()).isEqualTo("amina");
        }

        assertThat(asked).hasValue(2);
    }

    @Test
    void aKeyThatTheRealmHasBegunToUseIsFoundAtOnce() {
        keys = OTHER_KEY;
        assertRefused(good);
        keys = realKeys();
        time.pass(RealmKeys.BETWEEN_QUESTIONS);

        assertThat(tokens.decode(good).getSubject()).isEqualTo("amina");
    }

    @Test
    void aKeyThatTheRealmHasTakenBackCountsNoLongerThanAMinute() {
        tokens.decode(good);
        keys = OTHER_KEY;
        tokens.decode(good);

        time.pass(RealmKeys.FRESH);

        assertRefused(good);
    }

    @Test
    void theKeysAreKeptWhileTheRealmIsAwayAndMadeUpOnesAreStillRefused() {
        tokens.decode(good);
        realm.stop(0);
        time.pass(Duration.ofHours(3));

        assertThat(tokens.decode(good).getSubject()).isEqualTo("amina");
        assertRefused(TestTokens.signUnknown(TestTokens.claims("admin", "portal"), "made-up"));
    }

    @Test
    void anAnswerWithoutKeysTakesNoneAway() {
        tokens.decode(good);
        keys = "{\"keys\":[]}";
        time.pass(RealmKeys.FRESH);

        assertThat(tokens.decode(good).getSubject()).isEqualTo("amina");
    }

    @Test
    void whoseKeysHaveNeverBeenHadIsNoJudgeOfTokens() {
        keys = "the realm is starting";

        assertThatThrownBy(() -> tokens.decode(good))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    @Test
    void manyAtOnceAskOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = java.util.stream.IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> tokens.decode(good)))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().getSubject()).isEqualTo("amina");
            }
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void aTokenCountsFiveSecondsAfterItsEndAndNotTen() {
        var claims = TestTokens.claims("amina", "portal");
        claims.put("iat", Instant.now().getEpochSecond() - 60);
        claims.put("exp", Instant.now().getEpochSecond() - 1);
        assertThat(tokens.decode(TestTokens.sign(claims)).getSubject()).isEqualTo("amina");

        claims.put("exp", Instant.now().getEpochSecond() - 10);
        assertRefused(TestTokens.sign(claims));
        claims.remove("exp");
        assertRefused(TestTokens.sign(claims));
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(BadJwtException.class);
    }

    private static String realKeys() {
        try (var http = HttpClient.newHttpClient()) {
            var certs = URI.create(TestTokens.issuer() + "/protocol/openid-connect/certs");
            return http.send(HttpRequest.newBuilder(certs).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
