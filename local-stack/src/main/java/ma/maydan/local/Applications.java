package ma.maydan.local;

import java.io.File;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the applications are started: their command lines and what the environment tells them. */
final class Applications {

    /** The gateway, and scripts on this machine. */
    static final String FRONT_ENDS = "maydan-gateway,maydan-cli";

    static final String CLIENT_SECRET = "local-gateway-secret";
    static final String ACCOUNTS_SECRET = "local-accounts-secret";

    /** For the dead letters, at the management ports. */
    private static final String OPERATOR_TOKEN = "local-operator-token";

    private static final String CLUSTER = "00000000-0000-4000-9000-000000000001";

    private final StackOptions options;

    Applications(StackOptions options) {
        this.options = options;
    }

    static List<String> command(Part part, boolean fromSources) {
        var module = Layout.root().resolve(part.title);
        var target = module.resolve("target");
        var jar = target.resolve(part.title + "-0.1.0-SNAPSHOT.jar");
        if (!Files.exists(jar)) {
            throw new LocalStackException(part.title + " is not built; run ./mvnw package -DskipTests.");
        }
        var own = fromSources ? List.of(module.resolve("src/main/resources"), target.resolve("classes")) : List.of(jar);
        var classPath = Stream.concat(own.stream(), Stream.of(target.resolve("lib") + "/*"))
                .map(Object::toString)
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<String>(List.of(
                Layout.java(),
                "-Xms64m",
                part == Part.GATEWAY ? "-Xmx512m" : "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(javaOptions());
        if (!fromSources) {
            command.addAll(Archive.flags(part.title));
        }
        command.addAll(List.of("-cp", classPath, part.mainClass));
        return command;
    }

    /** What starts fastest, unless the environment asks for something else: for benchmarks, what runs fastest. */
    private static List<String> javaOptions() {
        var given = System.getenv("MAYDAN_JAVA_OPTIONS");
        return given == null || given.isBlank()
                ? List.of("-XX:TieredStopAtLevel=1")
                : List.of(given.strip().split("\\s+"));
    }

    Map<String, String> environment(Part part, boolean fromSources) {
        var environment = environment(part);
        if (fromSources) {
            environment.put("SPRING_THYMELEAF_CACHE", "false");
        }
        return environment;
    }

    Map<String, String> environment(Part part) {
        var environment = new HashMap<>(Map.of(
                "SERVER_PORT", Integer.toString(options.port(part)),
                "SERVER_ADDRESS", "127.0.0.1",
                "MANAGEMENT_SERVER_PORT", Integer.toString(options.port(part) + LocalStack.MANAGEMENT),
                "MANAGEMENT_SERVER_ADDRESS", "127.0.0.1",
                "MONGODB_URI", options.url(Part.MONGODB),
                "KAFKA_BOOTSTRAP_SERVERS", options.url(Part.KAFKA),
                "OIDC_ISSUER", options.url(Part.KEYCLOAK) + "/realms/maydan"));
        environment.putAll(Map.of(
                "OIDC_FRONT_ENDS", FRONT_ENDS,
                "OPERATOR_TOKEN", OPERATOR_TOKEN,
                "EVENTS_URI", options.url(Part.EVENTS),
                "INCUBATORS_URI", options.url(Part.INCUBATORS),
                "PARTNERS_URI", options.url(Part.PARTNERS),
                "PORTAL_URI", options.url(Part.PORTAL),
                "CLUSTER_ORGANIZATION_ID", CLUSTER,
                "GATEWAY_CLIENT_SECRET", CLIENT_SECRET,
                "GATEWAY_PUBLIC_URI", options.url(Part.GATEWAY)));
        environment.putAll(Map.of(
                "ACCOUNTS_CLIENT_SECRET",
                ACCOUNTS_SECRET,
                "SMTP_HOST",
                "localhost",
                "SMTP_PORT",
                Integer.toString(options.smtpPort()),
                "MAIL_FROM",
                "maydan@localhost"));
        environment.putAll(options.environment());
        return environment;
    }
}
