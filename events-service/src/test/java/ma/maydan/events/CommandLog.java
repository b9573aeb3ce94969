package ma.maydan.events;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the service asks of its database, without what its sweeps and its audit read. */
public final class CommandLog implements CommandListener {

    private static final Set<String> WRITES = Set.of("insert", "update", "findAndModify", "delete");
    private static final Set<String> READS = Set.of("find", "aggregate", "count");
    private static final List<String> SWEPT =
            List.of("\"$exists\"", "\"pending.at\"", "\"filter\": {\"seatsToGive\"", "\"changedAt\": {\"$gte\"");

    private final List<Command> commands = new CopyOnWriteArrayList<>();

    record Command(String name, String collection) {}

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var name = event.getCommandName();
        var thread = Thread.currentThread().getName();
        if (thread.equals("due-work") || thread.startsWith("work ")) {
            // What other tests have left to be done.
            return;
        }
        var scheduled = thread.startsWith("scheduling-");
        if (WRITES.contains(name) || READS.contains(name) && !scheduled) {
            var text = event.getCommand().toJson();
            if (SWEPT.stream().noneMatch(text::contains)) {
                commands.add(
                        new Command(name, event.getCommand().getString(name).getValue()));
            }
        }
    }

    public void clear() {
        commands.clear();
    }

    public long writes() {
        return commands.stream()
                .filter(command -> WRITES.contains(command.name))
                .count();
    }

    public long writesOf(String collection) {
        return commands.stream()
                .filter(command -> WRITES.contains(command.name) && command.collection.equals(collection))
                .count();
    }

    public long reads() {
        return commands.stream().filter(command -> READS.contains(command.name)).count();
    }

    @Override
    public String toString() {
        return commands.toString();
    }
}
