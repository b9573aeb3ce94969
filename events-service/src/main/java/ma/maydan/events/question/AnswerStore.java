package ma.maydan.events.question;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalDocuments;
import ma.maydan.starter.personal.SeenBy;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Keeps the answers, a document for each registration that has some; no other service learns of them. */
@Component
public class AnswerStore {

    private static final String EVENT = "eventId";
    private static final String PERSON = "personId";
    private static final String END = "eventEndsAt";

    private final MongoCollection<AnswerSheet> sheets;
    private final AnswerFileStore files;

    AnswerStore(MongoDatabase database, AnswerFileStore files) {
        this.files = files;
        sheets = Readable.collection(database, "registration_answers", AnswerSheet.class, Shape.first());
        var indexes = IndexBuilds.on(sheets);
        indexes.createIndex(Indexes.ascending(PERSON));
        indexes.createIndex(Indexes.ascending(EVENT));
        indexes.createIndex(Indexes.ascending(END));
    }

    @Bean
    static PersonalData answersOfPeople(AnswerStore answers) {
        return PersonalDocuments.whole(
                answers.sheets,
                Declared.of(
                        "registration-answers",
                        "registration_answers",
                        Kept.years(2, Kept.Since.EVENT_END),
                        SeenBy.HOSTS,
                        SeenBy.STAFF),
                PERSON,
                END,
                List.of("_id", EVENT, "answers", "updatedAt"));
    }

    /** Keeps what is answered before the registration is there; what a request that came to nothing left is replaced. */
    public void keep(AnswerSheet first) {
        sheets.replaceOne(eq("_id", first.id()), first, new ReplaceOptions().upsert(true));
    }

    /** False when another change came first. */
    public boolean tryUpdate(AnswerSheet before, AnswerSheet changed) {
        var left = new HashSet<>(before.files());
        left.removeAll(changed.files());
        files.leave(left);
        return tryUpdate(changed);
    }

    /** The same of one that has the files of before. */
    public boolean tryUpdate(AnswerSheet changed) {
        var before = and(eq("_id", changed.id()), eq("version", changed.version() - 1));
        return sheets.replaceOne(before, changed).getMatchedCount() == 1;
    }

    /** Whether its sender answers with a file, or has. */
    boolean names(AnswerFile file) {
        return Readable.list(sheets.find(and(eq(PERSON, file.personId()), eq(EVENT, file.eventId())))).stream()
                .anyMatch(sheet -> sheet.files().contains(file.id()));
    }

    /** Of a registration that was not made. */
    public void drop(String registration) {
        find(registration).ifPresent(sheet -> files.leave(sheet.files()));
        sheets.deleteOne(eq("_id", registration));
    }

    /** All that a person has answered. */
    public void dropOf(String person) {
        sheets.deleteMany(eq(PERSON, person));
    }

    public Optional<AnswerSheet> find(String registration) {
        return Optional.ofNullable(sheets.find(eq("_id", registration)).first());
    }

    /** Those of these registrations that there are, by registration. */
    public Map<String, AnswerSheet> findAll(Collection<String> registrations) {
        return Readable.byId(sheets, registrations, AnswerSheet::id);
    }

    /** The event ends at another time. */
    public void setEnd(String eventId, Instant end) {
        sheets.updateMany(eq(EVENT, eventId), Updates.set(END, end));
        files.setEnd(eventId, end);
    }
}
