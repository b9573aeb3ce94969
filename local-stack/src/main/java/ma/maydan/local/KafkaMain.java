package ma.maydan.local;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** Formats the storage the first time, then runs Kafka's own main. */
final class KafkaMain {
    /** Always the same: formatted storage refuses another at the next start. */
    private static final String CLUSTER_ID = "bWF5ZGFuLWxvY2FsLTAwMQ";

    private KafkaMain() {}

    /** Arguments: the file of the broker's settings, then accounts as {@code --add-scram} of Kafka's tool has them. */
    public static void main(String[] args) throws IOException {
        Properties settings = new Properties();
        try (FileInputStream in = new FileInputStream(args[0])) {
            settings.load(in);
        }
        format(args[0], List.of(args).subList(1, args.length));
        ParentWatch.begin();
        Kafka.main(new String[] {args[0]});
    }

    private static void format(String settings, List<String> accounts) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        var arguments = new ArrayList<>(List.of("format", "-t", CLUSTER_ID, "-c", settings, "--ignore-formatted"));
        accounts.forEach(account -> arguments.addAll(List.of("--add-scram", account)));
        int code = StorageTool.execute(
                arguments.toArray(String[]::new), new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            System.err.println(said.toString(StandardCharsets.UTF_8));
            System.exit(code);
        }
    }
}
