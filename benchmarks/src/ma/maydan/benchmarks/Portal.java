package ma.maydan.benchmarks;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import ma.maydan.benchmarks.Wire.Command;
import org.bson.Document;

/** The applications on the databases of one size, each with a wire of its own. */
final class Portal implements AutoCloseable {

    final World world;
    final Map<String, Wire> wires = new HashMap<>();
    private final MongoClient client;
    private final Map<String, Application> applications = new HashMap<>();
    private final Map<String, Http> connections = new HashMap<>();

    private Portal(MongoClient client, World world) {
        this.client = client;
        this.world = world;
    }

    /** Starts the applications and, when their databases are empty, fills them. */
    static Portal start(MongoClient client, String uri, int size) throws Exception {
        var marks = client.getDatabase("bench_" + size).getCollection("world");
        var mark = marks.find().first();
        var world = mark == null
                ? World.of(size)
                : new World(size, mark.getDate("now").toInstant());
        var portal = new Portal(client, world);
        if (mark == null) {
            portal.drop();
        }
        portal.launch(uri);
        if (mark == null) {
            try (var load = new Load(client, world)) {
                load.all();
            }
            marks.insertOne(new Document("now", java.util.Date.from(world.now())));
        }
        return portal;
    }

    private void launch(String uri) throws Exception {
        var server = new ConnectionString(uri).getHosts().getFirst();
        var address = server.contains(":") ? server : server + ":27017";
        for (var name : Load.APPLICATIONS) {
            var wire = new Wire(address.replaceAll(":.*", ""), Integer.parseInt(address.replaceAll(".*:", "")));
            wires.put(name, wire);
            applications.put(
                    name, Application.start(name, through(uri, server, wire), Load.database(world.size(), name)));
        }
        for (var application : applications.values()) {
            application.await();
        }
    }

    private static String through(String uri, String server, Wire wire) {
        return uri.replace(server, "127.0.0.1:" + wire.port()) + (uri.contains("?") ? "&" : "/?")
                + "directConnection=true";
    }

    /** Deletes everything of this size. */
    void drop() {
        Load.APPLICATIONS.forEach(
                name -> client.getDatabase(Load.database(world.size(), name)).drop());
        client.getDatabase("bench_" + world.size()).drop();
    }

    MongoDatabase database(String application) {
        return client.getDatabase(Load.database(world.size(), application));
    }

    MongoDatabase anywhere(String name) {
        return client.getDatabase(name);
    }

    int port(String application) {
        return applications.get(application).port();
    }

    Http.Answer get(Reads.Read read, String cursor) throws IOException {
        var path = read.path() + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
        return connection(read.service()).get(path, Tokens.of(read.asker())).ok();
    }

    Http connection(String application) {
        return connections.computeIfAbsent(application, name -> new Http(port(name)));
    }

    /** What the wires have noted since the last call. */
    java.util.List<Command> commands() {
        return wires.values().stream().flatMap(wire -> wire.take().stream()).toList();
    }

    @Override
    public void close() throws Exception {
        for (var application : applications.values()) {
            application.close();
        }
        for (var wire : wires.values()) {
            wire.close();
        }
    }
}
