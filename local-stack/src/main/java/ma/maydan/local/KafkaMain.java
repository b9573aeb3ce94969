package ma.maydan.local;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** Formats the storage the first time, then runs Kafka's own main. */
final class KafkaMain {
    /** Always the same: formatted storage refuses another at the next start. */
    private static final String CLUSTER_ID = "bWF5ZGFuLWxvY2FsLTAwMQ";

    private KafkaMain() {}

    /** Argument: the file of the broker's settings. */
    public static void main(String[] args) throws IOException {
        Properties settings = new Properties();
        try (FileInputStream in = new FileInputStream(args[0])) {
            settings.load(in);
        }
        format(args[0]);
        ParentWatch.begin();
        Kafka.main(args);
    }

    private static void format(String settings) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = StorageTool.execute(
                new String[] {"format", "-t", CLUSTER_ID, "-c", settings, "--ignore-formatted"},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            System.err.println(said.toString(StandardCharsets.UTF_8));
            System.exit(code);
        }
    }
}
