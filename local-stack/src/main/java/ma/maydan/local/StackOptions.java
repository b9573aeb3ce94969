package ma.maydan.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where the stack lives.
 *
 * @param folder its data, logs and process ids
 * @param ports of every part; an application's management port is 1000 higher
 * @param progress is told a line for each part
 * @param environment set for the applications, over what the stack sets
 */
public record StackOptions(
        Path folder,
        Map<String, Integer> ports,
        Consumer<String> progress,
        Map<String, String> environment,
        boolean temporary) {

    /** Free ports, and a folder that goes with the stack. */
    public static StackOptions forTests() {
        var ports = new HashMap<String, Integer>();
        for (var part : Part.values()) {
            ports.put(part.title, freePair(ports));
        }
        return new StackOptions(
                Layout.temporary("stack"),
                ports,
                System.out::println,
                Map.of(
                        "RATE_LIMIT_ANONYMOUS_PER_MINUTE", "100000",
                        "RATE_LIMIT_CLIENT_PER_MINUTE", "100000",
                        "MAX_UNVERIFIED_ORGANIZATIONS", "1000",
                        "MAX_DRAFTS", "1000",
                        "OIDC_FRONT_ENDS", Applications.FRONT_ENDS + ",short-lived,system-tests"),
                true);
    }

    /** {@code .maydan/} of the repository, and the ports of the environment or their defaults. */
    static StackOptions ofWorkingCopy(Consumer<String> progress) {
        var ports = new HashMap<String, Integer>();
        for (var part : Part.values()) {
            ports.put(part.title, chosenPort(part));
        }
        return new StackOptions(Layout.root().resolve(".maydan"), ports, progress, Map.of(), false);
    }

    private static int chosenPort(Part part) {
        var given = System.getenv(part.portVariable());
        if (given == null || given.isBlank()) {
            return part.defaultPort;
        }
        try {
            var port = Integer.parseInt(given.strip());
            if (port > 0 && port + LocalStack.MANAGEMENT < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new LocalStackException(part.portVariable() + " must be a port number, and is “" + given + "”.");
        }
        throw new LocalStackException(part.portVariable() + " must be between 1 and 64535, and is " + given + ".");
    }

    private static int freePair(Map<String, Integer> taken) {
        while (true) {
            var port = 20_000 + java.util.concurrent.ThreadLocalRandom.current().nextInt(9_000);
            if (taken.values().stream()
                            .noneMatch(other -> Math.abs(other - port) <= 1
                                    || Math.abs(Math.abs(other - port) - LocalStack.MANAGEMENT) <= 1)
                    && Ports.isFree(port)
                    && Ports.isFree(port + 1)
                    && Ports.isFree(port + LocalStack.MANAGEMENT)) {
                return port;
            }
        }
    }

    int port(Part part) {
        return ports.getOrDefault(part.title, part.defaultPort);
    }

    /** All at which it listens. */
    List<Integer> portsOf(Part part) {
        return switch (part) {
            // The broker's controller, the mailbox's SMTP.
            case KAFKA, MAIL -> List.of(port(part), port(part) + 1);
            case MONGODB, KEYCLOAK -> List.of(port(part));
            default -> List.of(port(part), port(part) + LocalStack.MANAGEMENT);
        };
    }

    int smtpPort() {
        return port(Part.MAIL) + 1;
    }

    /** The address of a part: of MongoDB its connection string, of Kafka host and port, else an http URL. */
    String url(Part part) {
        return switch (part) {
            case MONGODB -> "mongodb://localhost:" + port(part);
            case KAFKA -> "localhost:" + port(part);
            default -> "http://localhost:" + port(part);
        };
    }
}
