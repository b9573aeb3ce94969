package ma.maydan.gateway.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import ma.maydan.gateway.limit.Client;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's endpoint with two bounds that it lacks: connections an address, and the time of a whole head or exchange,
 * where Tomcat's own time limits begin anew with every byte. An address at its bound gets a new connection in the place
 * of the one that has waited longest, and none while all are at work. At the bound of all connections the one that has
 * waited longest makes room for the next, whosever it is: so that waiting long for a next request takes nobody's place.
 */
final class BoundedEndpoint extends NioEndpoint {

    private final ConcurrentMap<SocketChannel, Line> lines = new ConcurrentHashMap<>();
    private final ConcurrentMap<Client, Set<Line>> ofClients = new ConcurrentHashMap<>();
    private volatile int perAddress = Integer.MAX_VALUE;

    void limit(int connectionsPerAddress) {
        perAddress = connectionsPerAddress;
    }

    /** Ends what takes longer than this. */
    void sweep(Duration head, Duration exchange) {
        for (var line : lines.values()) {
            if (line.isLate(head, exchange)) {
                end(line);
            }
        }
    }

    @Override
    public void setHandler(Handler<NioChannel> handler) {
        super.setHandler(new Watch(handler));
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        var line = line(socket);
        if (line == null || !hasRoom(line.client)) {
            destroySocket(socket);
            return false;
        }
        lines.put(socket, line);
        ofClients.compute(line.client, (client, theirs) -> {
            var all = theirs == null ? ConcurrentHashMap.<Line>newKeySet() : theirs;
            all.add(line);
            return all;
        });
        if (lines.size() >= getMaxConnections()) {
            longestIdle(lines.values()).ifPresent(this::end);
        }
        var taken = super.setSocketOptions(socket);
        if (!taken) {
            forget(socket);
        }
        return taken;
    }

    private static @Nullable Line line(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress from
                    ? new Line(Client.at(from.getAddress().getHostAddress()), socket)
                    : null;
        } catch (IOException gone) {
            return null;
        }
    }

    private boolean hasRoom(Client client) {
        var theirs = ofClients.get(client);
        if (theirs == null || theirs.size() < perAddress) {
            return true;
        }
        var idle = longestIdle(theirs);
        idle.ifPresent(line -> {
            // Before Tomcat has closed it, so that the next one does not take the same place.
            theirs.remove(line);
            end(line);
        });
        return idle.isPresent();
    }

    private static Optional<Line> longestIdle(Collection<Line> of) {
        return of.stream().filter(line -> !line.isAtWork()).min(Comparator.comparingLong(Line::since));
    }

    private void end(Line line) {
        var socket = connections.get(line.channel());
        if (line.isAtWork() || socket == null) {
            line.cut();
        } else {
            processSocket(socket, SocketEvent.ERROR, true);
        }
    }

    private void forget(SocketChannel socket) {
        var line = lines.remove(socket);
        if (line != null) {
            ofClients.computeIfPresent(line.client, (client, theirs) -> {
                theirs.remove(line);
                return theirs.isEmpty() ? null : theirs;
            });
        }
    }

    /** Knows what each connection is doing. */
    private final class Watch implements Handler<NioChannel> {

        private final Handler<NioChannel> handler;

        Watch(Handler<NioChannel> handler) {
            this.handler = handler;
        }

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
            var channel = socket.getSocket().getIOChannel();
            var line = channel == null ? null : lines.get(channel);
            if (line == null) {
                return handler.process(socket, event);
            }
            line.work(socket);
            var state = ScopedValue.where(Line.CURRENT, line).call(() -> handler.process(socket, event));
            line.rest(state == SocketState.LONG);
            return state;
        }

        @Override
        public Object getGlobal() {
            return handler.getGlobal();
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> socket) {
            var channel = socket.getSocket().getIOChannel();
            if (channel != null) {
                forget(channel);
            }
            handler.release(socket);
        }

        @Override
        public void pause() {
            handler.pause();
        }

        @Override
        public void recycle() {
            handler.recycle();
        }
    }
}
