package ma.maydan.system;

import static com.mongodb.client.model.Filters.eq;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import ma.maydan.testkit.backends.Traces;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What is asked for by people who want to be erased, seen from behind: their letters, their days, what is left of them. */
final class Erasures implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Pattern LINK = Pattern.compile("/me/erasure/confirm/[A-Za-z0-9_-]+");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Portal portal;
    private final MongoClient mongo;

    Erasures(Portal portal) {
        this.portal = portal;
        this.mongo = MongoClients.create(portal.stack().url("mongodb"));
    }

    /** The database of a service: {@code maydan_events}. */
    MongoDatabase database(String name) {
        return mongo.getDatabase(name);
    }

    /** What the letter to this address leads to, within the portal, once it is there. */
    String link(String address) {
        return await().atMost(SOON).until(() -> linkIn(mails(address)), Objects::nonNull);
    }

    private static @Nullable String linkIn(String mails) {
        var found = LINK.matcher(mails);
        return found.find() ? found.group() : null;
    }

    private String mails(String address) {
        var request = HttpRequest.newBuilder(URI.create(portal.stack().url("mail") + "/mails.json?to=" + address))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As if two weeks had passed since this person confirmed; answers the erasure's id. */
    String makeDue(String person) {
        var register = database("maydan_incubators");
        var erasure = Objects.requireNonNull(register.getCollection("erasures")
                        .find(eq("who.person", person))
                        .first())
                .getString("_id");
        var work = register.getCollection("work");
        var order = eq("_id", "erasure.order:" + erasure);
        await().atMost(SOON).until(() -> work.countDocuments(order) == 1);
        work.updateOne(order, Updates.set("turn", Date.from(Instant.now())));
        return erasure;
    }

    /** Where one of these texts is left in a service's database. */
    List<String> traces(String... texts) {
        var found = new ArrayList<String>();
        for (var name : mongo.listDatabaseNames()) {
            if (name.startsWith("maydan_")) {
                Traces.in(database(name), texts).forEach(one -> found.add(name + " " + one));
            }
        }
        return found;
    }

    /** The receipts that a service has written of these erasures. */
    List<Document> receipts(String database, List<String> erasures) {
        return StreamSupport.stream(
                        database(database)
                                .getCollection("erasure_receipts")
                                .find()
                                .spliterator(),
                        false)
                .filter(receipt -> erasures.contains(receipt.getString("erasure")))
                .filter(receipt -> receipt.get("carriedOutAt") != null)
                .toList();
    }

    @Override
    public void close() {
        mongo.close();
    }
}
