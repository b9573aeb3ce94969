package ma.maydan.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ma.maydan.testkit.backends.TestTokens;

/** Tokens of people, kept for half of the time for which they count. */
final class Tokens {

    private static final Map<Reads.Asker, Token> KEPT = new ConcurrentHashMap<>();

    private Tokens() {}

    private record Token(String value, Instant until) {}

    static String of(Reads.Asker asker) {
        if (asker.person().isEmpty()) {
            return "";
        }
        return KEPT.compute(
                        asker,
                        (who, token) -> token != null && token.until.isAfter(Instant.now())
                                ? token
                                : new Token(
                                        TestTokens.person(who.person(), who.roles()),
                                        Instant.now().plus(Duration.ofSeconds(150))))
                .value;
    }
}
