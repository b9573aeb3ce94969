package ma.maydan.benchmarks;

import com.mongodb.MongoException;
import java.util.List;
import java.util.regex.Pattern;
import ma.maydan.benchmarks.Wire.Command;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** What the server's own plan says that the reads of a request looked at. */
final class Examined {

    private static final List<String> NOT_EXPLAINED =
            List.of("lsid", "$clusterTime", "$db", "txnNumber", "$readPreference", "readConcern");
    private static final Pattern PAGES = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

    private Examined() {}

    /** Documents and keys of MongoDB; pages of a server whose plan names these; empty where there is no plan. */
    static String of(Portal portal, List<Command> commands) {
        var documents = 0L;
        var keys = 0L;
        var pages = 0L;
        for (var command : commands) {
            if (!command.reads() || command.name().equals("getMore")) {
                continue;
            }
            var explained = command.text().clone();
            NOT_EXPLAINED.forEach(explained::remove);
            BsonDocument plan;
            try {
                plan = portal.anywhere(command.text().getString("$db").getValue())
                        .runCommand(
                                new BsonDocument("explain", explained)
                                        .append("verbosity", new BsonString("executionStats")),
                                BsonDocument.class);
            } catch (MongoException noPlan) {
                return "";
            }
            var statistics = plan.getDocument("executionStats", new BsonDocument());
            documents += statistics
                    .getNumber("totalDocsExamined", new org.bson.BsonInt32(0))
                    .longValue();
            keys += statistics
                    .getNumber("totalKeysExamined", new org.bson.BsonInt32(0))
                    .longValue();
            var found = PAGES.matcher(plan.toString());
            if (found.find()) {
                pages += number(found.group(1)) + number(found.group(2));
            }
        }
        return pages > 0 ? pages + " pages" : documents + " documents, " + keys + " keys";
    }

    private static long number(String group) {
        return group == null ? 0 : Long.parseLong(group);
    }
}
