package ma.maydan.gateway.form;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.Optional;
import ma.maydan.gateway.session.KnownBrowser;
import ma.maydan.gateway.session.Seal;
import ma.maydan.starter.mongo.IndexBuilds;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The collection {@code forms}: for a day, and of each person the latest {@value #OF_ONE_PERSON}. A form is sealed with
 * the secret of the browser that sent it, so that neither who reads the database nor another browser can read it, and
 * it is found for the one person whom it is kept for.
 */
@Component
class KeptForms {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int OF_ONE_PERSON = 10;

    private final MongoCollection<Document> forms;
    private final JsonMapper json;
    private final Clock clock;
    private boolean indexed;

    KeptForms(MongoDatabase database, JsonMapper json, Clock clock) {
        this.forms = database.getCollection("forms");
        this.json = json;
        this.clock = clock;
    }

    /** @return the name by which its browser finds it again */
    String keep(KeptForm form, KnownBrowser browser, String person) {
        var id = KnownBrowser.secret();
        var now = clock.instant();
        forms.insertOne(new Document("_id", Seal.fingerprint(id))
                .append("person", owner(person))
                .append("keptAt", Date.from(now))
                .append("expiresAt", Date.from(now.plus(KEPT)))
                .append("content", new Binary(seal(browser, id).close(json.writeValueAsBytes(form)))));
        forget(person);
        return id;
    }

    Optional<KeptForm> find(String id, KnownBrowser browser, String person) {
        var theirs = and(
                eq("_id", Seal.fingerprint(id)),
                eq("person", owner(person)),
                gt("expiresAt", Date.from(clock.instant())));
        return Optional.ofNullable(forms.find(theirs).first())
                .flatMap(found -> seal(browser, id)
                        .open(found.get("content", Binary.class).getData()))
                .map(content -> json.readValue(content, KeptForm.class));
    }

    private void forget(String person) {
        var older = forms.find(eq("person", owner(person)))
                .projection(Projections.include("_id"))
                .sort(Sorts.descending("keptAt"))
                .skip(OF_ONE_PERSON)
                .map(form -> form.getString("_id"))
                .into(new ArrayList<>());
        if (!older.isEmpty()) {
            forms.deleteMany(in("_id", older));
        }
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    synchronized void sweep() {
        if (!indexed) {
            IndexBuilds.on(forms).createIndex(Indexes.ascending("expiresAt"));
            IndexBuilds.on(forms)
                    .createIndex(Indexes.compoundIndex(Indexes.ascending("person"), Indexes.descending("keptAt")));
            indexed = true;
        }
        forms.deleteMany(lt("expiresAt", Date.from(clock.instant())));
    }

    private static Seal seal(KnownBrowser browser, String id) {
        return new Seal("form", browser.id() + '\n' + id);
    }

    private static String owner(String person) {
        return Seal.fingerprint("person\n" + person);
    }
}
