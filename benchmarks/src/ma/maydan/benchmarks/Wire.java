package ma.maydan.benchmarks;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.RawBsonDocument;

/**
 * Stands between an application and the database, and notes each command with the time that its answer took. Speaks
 * the wire protocol's OP_MSG as far as that needs, without TLS.
 */
final class Wire implements AutoCloseable {

    private static final int OP_MSG = 2013;
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");
    private static final Set<String> READS = Set.of("find", "aggregate", "count", "distinct", "getMore");

    private final String host;
    private final int port;
    private final ServerSocket server;
    private final List<Command> noted = new ArrayList<>();

    Wire(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /**
     * One command of the application.
     *
     * @param text its body, as it was sent
     */
    record Command(String name, BsonDocument text, long nanos) {

        boolean writes() {
            return WRITES.contains(name);
        }

        boolean reads() {
            return READS.contains(name);
        }

        /** Collection, kind and the names of the fields that it searches by: alike for each repetition. */
        String shape() {
            var names = new TreeSet<String>();
            names(text.get("filter"), names);
            names(text.get("query"), names);
            for (var list : List.of("updates", "deletes")) {
                if (text.isArray(list)) {
                    text.getArray(list).forEach(one -> names(one.asDocument().get("q"), names));
                }
            }
            if (text.isDocument("projection")) {
                names.add("-> " + text.getDocument("projection").keySet());
            }
            return text.get(name).isString()
                    ? text.getString(name).getValue() + " " + name + " " + String.join(", ", names)
                    : name;
        }

        private static void names(org.bson.BsonValue filter, Set<String> names) {
            if (filter == null || !filter.isDocument()) {
                return;
            }
            filter.asDocument().forEach((field, value) -> {
                if (field.startsWith("$")) {
                    value.asArray().forEach(part -> names(part, names));
                } else {
                    names.add(
                            value.isDocument()
                                            && value.asDocument().keySet().stream()
                                                    .allMatch(key -> key.startsWith("$"))
                                    ? field + " "
                                            + String.join(
                                                    " ", value.asDocument().keySet())
                                    : field);
                }
            });
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** What was noted since the last call. */
    synchronized List<Command> take() {
        var taken = List.copyOf(noted);
        noted.clear();
        return taken;
    }

    private synchronized void note(Command command) {
        noted.add(command);
    }

    private void accept() {
        try {
            while (true) {
                var from = server.accept();
                var to = new Socket(host, port);
                from.setTcpNoDelay(true);
                to.setTcpNoDelay(true);
                var underWay = new ConcurrentHashMap<Integer, Sent>();
                Thread.ofVirtual().start(() -> pass(from, to, message -> sent(message, underWay)));
                Thread.ofVirtual().start(() -> pass(to, from, message -> answered(message, underWay)));
            }
        } catch (IOException closed) {
            // The end.
        }
    }

    private record Sent(BsonDocument text, long at) {}

    private interface Look {
        void at(ByteBuffer message);
    }

    private static void pass(Socket from, Socket to, Look look) {
        try (from;
                to;
                var in = new DataInputStream(new BufferedInputStream(from.getInputStream(), 1 << 16))) {
            while (true) {
                var length = Integer.reverseBytes(in.readInt());
                var message = new byte[length];
                ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
                in.readFully(message, 4, length - 4);
                look.at(ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN));
                to.getOutputStream().write(message);
            }
        } catch (EOFException e) {
            // One side has closed.
        } catch (IOException e) {
            // Reset, which the other side hears of by the end of its own connection.
        }
    }

    private static void sent(ByteBuffer message, Map<Integer, Sent> underWay) {
        if (message.getInt(12) == OP_MSG) {
            underWay.put(message.getInt(4), new Sent(body(message), System.nanoTime()));
        }
    }

    private void answered(ByteBuffer message, Map<Integer, Sent> underWay) {
        var sent = underWay.remove(message.getInt(8));
        if (sent != null) {
            var text = sent.text();
            note(new Command(text.getFirstKey(), text, System.nanoTime() - sent.at()));
        }
    }

    /** The document of kind 0, with the sequences of kind 1 as arrays in it. */
    private static BsonDocument body(ByteBuffer message) {
        var end = message.getInt(0) - ((message.getInt(16) & 1) == 0 ? 0 : 4);
        var at = 20;
        BsonDocument body = null;
        var sequences = new BsonDocument();
        while (at < end) {
            var kind = message.get(at++);
            var length = message.getInt(at);
            if (kind == 0) {
                body = document(message, at, length);
            } else {
                var nameEnd = at + 4;
                while (message.get(nameEnd) != 0) {
                    nameEnd++;
                }
                var name =
                        new String(message.array(), at + 4, nameEnd - at - 4, java.nio.charset.StandardCharsets.UTF_8);
                var documents = new org.bson.BsonArray();
                for (int next = nameEnd + 1; next < at + length; next += message.getInt(next)) {
                    documents.add(document(message, next, message.getInt(next)));
                }
                sequences.append(name, documents);
            }
            at += length;
        }
        if (body == null) {
            throw new UncheckedIOException(new IOException("A message without a body"));
        }
        body.putAll(sequences);
        return body;
    }

    private static BsonDocument document(ByteBuffer message, int at, int length) {
        var raw = new RawBsonDocument(message.array(), at, length);
        return new org.bson.codecs.BsonDocumentCodec()
                .decode(
                        new BsonDocumentReader(raw),
                        org.bson.codecs.DecoderContext.builder().build());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
