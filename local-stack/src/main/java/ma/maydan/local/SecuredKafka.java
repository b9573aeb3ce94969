package ma.maydan.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A broker as a cluster has it, for tests: TLS with a certificate made for it, accounts by SCRAM-SHA-512, and no right
 * for whom no rule names. At a second address on loopback its administrator needs no account.
 *
 * @param bootstrapServers where the accounts come in
 * @param administration where rules are made
 * @param authorities the file (PEM) that its certificate is trusted by
 */
public record SecuredKafka(String bootstrapServers, String administration, Path authorities) {

    private static final String STORE_PASSWORD = "of-this-test-only";

    /**
     * Starts one, which is gone with this JVM.
     *
     * @param accounts passwords by name
     */
    public static SecuredKafka start(Map<String, String> accounts) {
        var folder = Layout.temporary("secured-kafka");
        var store = folder.resolve("broker.p12");
        var authorities = folder.resolve("ca.crt");
        keytool(
                folder,
                List.of("-genkeypair", "-alias", "broker", "-keyalg", "EC", "-dname", "CN=broker"),
                List.of("-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", store.toString()));
        keytool(
                folder,
                List.of("-exportcert", "-rfc", "-alias", "broker", "-file", authorities.toString()),
                List.of("-keystore", store.toString()));

        var port = Ports.free();
        var inside = Ports.free();
        var controller = Ports.free();
        var settings = Map.ofEntries(
                Map.entry(
                        "listeners",
                        "CLIENT://127.0.0.1:%d,INSIDE://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                .formatted(port, inside, controller)),
                Map.entry(
                        "advertised.listeners", "CLIENT://127.0.0.1:%d,INSIDE://127.0.0.1:%d".formatted(port, inside)),
                Map.entry("listener.security.protocol.map", "CLIENT:SASL_SSL,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "INSIDE"),
                Map.entry("sasl.enabled.mechanisms", "SCRAM-SHA-512"),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("ssl.keystore.location", store.toString()),
                Map.entry("ssl.keystore.password", STORE_PASSWORD),
                Map.entry(
                        "listener.name.client.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:ANONYMOUS"));
        var scram = accounts.entrySet().stream()
                .map(account -> "SCRAM-SHA-512=[name=%s,password=%s]".formatted(account.getKey(), account.getValue()))
                .toList();
        var broker =
                new LocalKafka(folder.resolve("data"), folder.resolve("kafka.log"), port, controller, settings, scram);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            broker.kill();
                            Layout.delete(folder);
                        },
                        "stop-secured-kafka"));
        broker.start();
        return new SecuredKafka("127.0.0.1:" + port, "127.0.0.1:" + inside, authorities);
    }

    private static void keytool(Path folder, List<String> what, List<String> more) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(what);
        command.addAll(more);
        command.addAll(List.of("-storepass", STORE_PASSWORD));
        var made = ChildProcess.start("keytool", command, Map.of(), folder.resolve("keytool.log"));
        if (made.exitCode(Duration.ofSeconds(30)) != 0) {
            throw new LocalStackException(made.died());
        }
    }
}
