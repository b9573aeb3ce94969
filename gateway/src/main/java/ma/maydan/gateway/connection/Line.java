package ma.maydan.gateway.connection;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import ma.maydan.gateway.limit.Client;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of a caller, and what it has been doing since when. */
public final class Line {

    private static final Logger log = LoggerFactory.getLogger(Line.class);

    /** The connection whose request this thread works on. */
    static final ScopedValue<Line> CURRENT = ScopedValue.newInstance();

    private enum Doing {
        WAITING,
        READING_A_HEAD,
        WORKING
    }

    final Client client;
    private final SocketChannel channel;
    private volatile @Nullable SocketWrapperBase<?> socket;
    private volatile Doing doing = Doing.WAITING;
    private volatile long since = System.nanoTime();
    private long headSince;

    Line(Client client, SocketChannel channel) {
        this.client = client;
        this.channel = channel;
    }

    /** A request begins on this thread's connection, which may be one of many that came together. */
    static void begin() {
        if (current() instanceof Line line) {
            line.since = System.nanoTime();
        }
    }

    /** The connection whose request this thread works on; null where there is none of the public door. */
    public static @Nullable Line current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** The caller has so long for the next bytes of the body. */
    public void awaitAtMost(Duration time) {
        if (socket instanceof SocketWrapperBase<?> open) {
            open.setReadTimeout(Math.max(1, time.toMillis()));
        }
    }

    /** The exchange may last so much longer. */
    public void grant(Duration more) {
        since += more.toNanos();
    }

    /** Whoever reads a body from it finds that nothing more comes, and can still answer. */
    public void stopListening() {
        try {
            channel.shutdownInput();
        } catch (IOException gone) {
            log.debug("The caller is gone", gone);
        }
    }

    void work(SocketWrapperBase<?> with) {
        socket = with;
        var now = System.nanoTime();
        if (doing != Doing.READING_A_HEAD) {
            headSince = now;
        }
        since = now;
        doing = Doing.WORKING;
    }

    /** @param halfAHead whether a request has begun and its head has not ended */
    void rest(boolean halfAHead) {
        var now = System.nanoTime();
        // Reading what is there of a head takes no time: where some has passed, a request was answered in between.
        since = halfAHead && now - since < Duration.ofMillis(500).toNanos() ? headSince : now;
        headSince = since;
        doing = halfAHead ? Doing.READING_A_HEAD : Doing.WAITING;
    }

    boolean isAtWork() {
        return doing == Doing.WORKING;
    }

    long since() {
        return since;
    }

    /** Whether it takes longer than anybody may. */
    boolean isLate(Duration head, Duration exchange) {
        var taken = System.nanoTime() - since;
        return switch (doing) {
            case WAITING -> false;
            case READING_A_HEAD -> taken > head.toNanos();
            case WORKING -> taken > exchange.toNanos();
        };
    }

    /** Whoever works on it finds no caller any more; closing is left to them, with whom the buffers are. */
    void cut() {
        stopListening();
        try {
            channel.shutdownOutput();
        } catch (IOException gone) {
            log.debug("The caller is gone", gone);
        }
    }

    SocketChannel channel() {
        return channel;
    }
}
