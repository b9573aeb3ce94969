package ma.maydan.gateway.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import ma.maydan.gateway.connection.Line;
import ma.maydan.gateway.limit.Client;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.RefusedException;
import ma.maydan.starter.web.BodyLimitFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The body that a caller sends: at most so many bytes, for which the gateway waits no longer than it may. It is read as
 * it comes, or its beginning, or all of it, is received once and held. Whatever is wrong with it is a {@link
 * RefusedException}, so that nobody takes it for a fault of the upstream that it goes on to.
 */
final class Body extends ServletInputStream {

    private static final int LIMIT = 1024 * 1024;

    /** Where the token of a form stands, which comes before its files. */
    private static final int BEGINNING = 64 * 1024;

    /** Files may come as slowly as this, in bytes a second. */
    private static final int SLOWEST = 32 * 1024;

    /**
     * How much of a body there may be.
     *
     * @param size in bytes
     * @param held of them, when it is held
     */
    record Bound(int size, int held) {

        /** @param announced its length, negative when that is not said */
        static Bound of(@Nullable String contentType, long announced) {
            if (!BodyLimitFilter.bringsFiles(contentType)) {
                return new Bound(LIMIT, LIMIT);
            }
            return new Bound(BodyLimitFilter.WITH_FILES, announced >= 0 && announced <= LIMIT ? LIMIT : BEGINNING);
        }
    }

    private static final int FIRST = 8192;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final ServletInputStream caller;
    private final Bodies bodies;
    private final Client client;
    private final @Nullable Line line = Line.current();
    private volatile long lastHeard = System.nanoTime();
    private volatile boolean givenUp;
    private final Bound bound;
    private long left;
    private long granted;
    private int received;
    private boolean complete;
    private byte @Nullable [] held;
    private int size;
    private int reserved;
    private int given;

    Body(ServletInputStream caller, Bodies bodies, Client client, Bound bound) {
        this.bound = bound;
        this.caller = caller;
        this.bodies = bodies;
        this.client = client;
        this.left = bodies.time().toNanos();
        bodies.begin(client, this);
    }

    long lastHeard() {
        return lastHeard;
    }

    /** Its place goes to another one. */
    void giveUp() {
        givenUp = true;
        if (line != null) {
            line.stopListening();
        }
    }

    /** Whether all of it is. */
    boolean isHeld() {
        return held != null && complete && size == received;
    }

    /** Of what is held. */
    int length() {
        return size;
    }

    /** All of it in the first {@link #length()} bytes, or as much as may be held; it can still be read. */
    byte[] receive() {
        if (held != null) {
            return held;
        }
        var bytes = grown(new byte[0]);
        while (size < bound.held) {
            var read = next(bytes, size, Math.min(bytes.length, bound.held) - size);
            if (read < 0) {
                break;
            }
            size += read;
            if (size == bytes.length) {
                bytes = grown(bytes);
            }
        }
        held = bytes;
        return bytes;
    }

    private byte[] grown(byte[] bytes) {
        var length = Math.min(Math.max(FIRST, 2 * bytes.length), LIMIT + 1);
        bodies.hold(length - bytes.length);
        reserved += length - bytes.length;
        return Arrays.copyOf(bytes, length);
    }

    private int next(byte[] buffer, int offset, int length) {
        if (complete) {
            return -1;
        }
        if (line != null) {
            line.awaitAtMost(Duration.ofNanos(left));
        }
        var start = System.nanoTime();
        int read;
        try {
            read = caller.read(buffer, offset, length);
        } catch (IOException e) {
            throw givenUp
                    ? new RefusedException(Refusal.quotaExceeded(SOON))
                    : refused(
                            e.getCause() instanceof SocketTimeoutException
                                    ? HttpStatus.REQUEST_TIMEOUT
                                    : HttpStatus.BAD_REQUEST);
        }
        lastHeard = System.nanoTime();
        left -= lastHeard - start;
        received += Math.max(0, read);
        grant();
        if (givenUp) {
            throw new RefusedException(Refusal.quotaExceeded(SOON));
        }
        if (received > bound.size) {
            throw refused(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (read < 0 || caller.isFinished()) {
            complete = true;
            bodies.end(client, this);
        } else if (left <= 0) {
            throw refused(HttpStatus.REQUEST_TIMEOUT);
        }
        return read;
    }

    /** What is more than others send takes its time. */
    private void grant() {
        var time = Duration.ofSeconds(Math.max(0, received - LIMIT) / SLOWEST).toNanos();
        if (time > granted) {
            left += time - granted;
            if (line != null) {
                line.grant(Duration.ofNanos(time - granted));
            }
            granted = time;
        }
    }

    private RefusedException refused(HttpStatus status) {
        bodies.end(client, this);
        return new RefusedException(Refusal.of(status));
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        var count = Math.min(length, size - given);
        if (held == null || count <= 0) {
            return length == 0 ? 0 : next(buffer, offset, length);
        }
        System.arraycopy(held, given, buffer, offset, count);
        given += count;
        return count;
    }

    @Override
    public boolean isFinished() {
        return given == size && (complete || caller.isFinished());
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("A body is read by blocking");
    }

    /** The request is over. */
    @Override
    public void close() {
        bodies.end(client, this);
        bodies.release(reserved);
        reserved = 0;
    }
}
