package ma.maydan.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClearSentencesTest {

    @Test
    void aLogTellsWhyAPartEnded() {
        assertThat(Reasons.in(List.of("java.io.IOException: No space left on device")))
                .isEqualTo("the disk is full");
        assertThat(Reasons.in(List.of("java.net.BindException: Address already in use")))
                .isEqualTo("its port is taken");
        assertThat(Reasons.in(List.of("all is well"))).isNull();
    }

    @Test
    void aPartThatDiesWhileItStartsIsReportedAtOnceWithTheReason(@TempDir Path folder) {
        var log = folder.resolve("part.log");
        var part = ChildProcess.start(
                "part", List.of("sh", "-c", "echo 'No space left on device'; exit 7"), Map.of(), log);

        assertThatThrownBy(() -> part.await(() -> false, Duration.ofSeconds(20)))
                .isInstanceOf(LocalStackException.class)
                .hasMessage("part ended with exit code 7 (the disk is full); see %s.".formatted(log));
    }

    @Test
    void aProgramThatIsNotThereIsOneSentence(@TempDir Path folder) {
        assertThatThrownBy(() ->
                        ChildProcess.start("part", List.of("/nowhere/java"), Map.of(), folder.resolve("part.log")))
                .isInstanceOf(LocalStackException.class)
                .hasMessageStartingWith("part could not be started: ");
    }

    @Test
    void aTakenPortIsNotFree() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
        }
        assertThat(Ports.isFree(Ports.free())).isTrue();
    }
}
