package ma.maydan.testkit.api;

import static org.awaitility.pollinterval.IterativePollInterval.iterative;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How tests wait for what happens beside them: they look at once, and then after 10, 20, 40, 80, and each 100 ms.
 * Awaitility itself sleeps for 100 ms first, which several hundred waits for what is there already add up to minutes.
 * Found by JUnit in every module ({@code META-INF/services}).
 */
public final class Polling implements BeforeAllCallback {

    private static final Duration FIRST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(100);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(iterative(Polling::next, FIRST));
    }

    private static Duration next(Duration last) {
        var twice = last.multipliedBy(2);
        return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }
}
