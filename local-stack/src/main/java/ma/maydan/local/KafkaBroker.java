package ma.maydan.local;

/** A running Kafka broker that a test may take away and bring back; its data and its address stay. */
public interface KafkaBroker {

    /** Host and port, as in the clients' {@code bootstrap.servers}. */
    String bootstrapServers();

    /** Ends it in order. */
    void stop();

    /** SIGKILL. */
    void kill();

    /** Brings it back after {@link #stop()} or {@link #kill()}; returns when it takes connections. */
    void start();
}
