package ma.maydan.starter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

class RetriesTest {

    @Test
    void aMessageAtFaultIsTriedFiveTimesMore() {
        assertThat(waits(Retries.ofMessage()).limit(6))
                .containsExactly(200L, 800L, 3_200L, 10_000L, 10_000L, BackOffExecution.STOP);
        assertThat(Retries.of(new IllegalStateException("a defect"))).isNull();
    }

    @Test
    void whileTheDatabaseIsAwayNoMessageIsSetAside() {
        var away = new ListenerExecutionFailedException("failed", new MongoTimeoutException("away"));

        assertThat(waits(Objects.requireNonNull(Retries.of(away))).limit(10_000))
                .allMatch(wait -> wait >= 200 && wait <= 10_000);
    }

    private static LongStream waits(BackOff backOff) {
        var execution = backOff.start();
        return LongStream.generate(execution::nextBackOff);
    }
}
