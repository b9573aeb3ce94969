package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On one's own machine every part listens on loopback alone, the gateway too: nobody on the same network gets in. */
class LoopbackIT {

    private static final String LISTENING = "0A";
    /** 127.0.0.1, ::ffff:127.0.0.1 and ::1, as the kernel writes them. */
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

    private final Portal portal = Portal.running();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb",
                "kafka",
                "keycloak",
                "mail",
                "events-service",
                "incubators-service",
                "partners-service",
                "portal",
                "gateway"
            })
    void everyPartListensOnLoopbackAlone(String part) throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "Linux tells who listens where in /proc");

        assertThat(addresses(portal.stack().pid(part))).isNotEmpty().isSubsetOf(LOOPBACK);
    }

    @Test
    void aSocketAtEveryAddressWouldBeSeen() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "Linux tells who listens where in /proc");
        try (var open = new java.net.ServerSocket(0)) {
            assertThat(addresses(ProcessHandle.current().pid()))
                    .as("port " + open.getLocalPort())
                    .anyMatch(address -> !LOOPBACK.contains(address));
        }
    }

    /** The addresses at which a process listens. */
    private static Set<String> addresses(long pid) throws IOException {
        var sockets = sockets(pid);
        var found = new TreeSet<String>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (var line : Files.readAllLines(Path.of(table))) {
                var cells = line.strip().split("\\s+");
                if (cells[3].equals(LISTENING) && sockets.contains("socket:[" + cells[9] + "]")) {
                    found.add(cells[1].substring(0, cells[1].indexOf(':')));
                }
            }
        }
        return found;
    }

    private static Set<String> sockets(long pid) throws IOException {
        try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            var targets = new HashSet<String>();
            for (var file : files.collect(Collectors.toList())) {
                try {
                    targets.add(Files.readSymbolicLink(file).toString());
                } catch (java.nio.file.NoSuchFileException e) {
                    // Closed meanwhile.
                }
            }
            return targets;
        }
    }
}
