package ma.maydan.events.question;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.maydan.starter.file.AttachedFile;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalDocuments;
import ma.maydan.starter.personal.SeenBy;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.schedule.WorkStore;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Keeps files of answers, each with what it holds in one document: what erases answers erases them by the same fields. One
 * that no answer names is deleted after {@link #LEFT}.
 */
@Component
public class AnswerFileStore {

    /** The work of looking whether an answer names a file. */
    static final String LOOK = "answer-file.look";

    /** For this long a file waits for the answer that names it. */
    static final Duration LEFT = Duration.ofHours(1);

    private static final String EVENT = "eventId";
    private static final String PERSON = "personId";
    private static final String END = "eventEndsAt";
    private static final String USED = "usedAt";

    private final MongoCollection<AnswerFile> files;
    private final WorkStore work;
    private final Clock clock;

    AnswerFileStore(MongoDatabase database, WorkStore work, Clock clock) {
        files = Readable.collection(database, "answer_files", AnswerFile.class, Shape.first());
        this.work = work;
        this.clock = clock;
        var indexes = IndexBuilds.on(files);
        indexes.createIndex(Indexes.ascending(PERSON));
        indexes.createIndex(Indexes.ascending(EVENT));
        indexes.createIndex(Indexes.ascending(END));
    }

    @Bean
    static PersonalData filesOfPeople(AnswerFileStore files) {
        return PersonalDocuments.whole(
                files.files,
                Declared.of(
                        "answer-files",
                        "answer_files",
                        Kept.years(2, Kept.Since.EVENT_END),
                        SeenBy.HOSTS,
                        SeenBy.STAFF),
                PERSON,
                END,
                List.of("_id", EVENT, "file.name", "file.size", USED));
    }

    /** Keeps what somebody sends; unless they answer with it in {@link #LEFT}, it is deleted. */
    public AnswerFile put(String eventId, String person, AttachedFile file, Instant eventEndsAt) {
        var sent = new AnswerFile(UUID.randomUUID().toString(), eventId, person, file, eventEndsAt, now());
        look(sent.id(), sent.usedAt());
        files.insertOne(sent);
        return sent;
    }

    /** How many there are of a person for an event, up to {@code most}. */
    public long count(String eventId, String person, int most) {
        return files.countDocuments(and(eq(PERSON, person), eq(EVENT, eventId)), new CountOptions().limit(most));
    }

    /** Those of these ids with which this person can answer for this event; they wait for the answer from now on. */
    public Set<String> use(String eventId, String person, Collection<String> ids) {
        var usable = new HashSet<String>();
        var now = now();
        findAll(ids).values().stream()
                .filter(file -> file.personId().equals(person) && file.eventId().equals(eventId))
                .map(AnswerFile::id)
                .forEach(id -> {
                    look(id, now);
                    // A look that is under way finds it used, or this finds it gone.
                    if (files.updateOne(eq("_id", id), Updates.set(USED, now)).getMatchedCount() == 1) {
                        usable.add(id);
                    }
                });
        return usable;
    }

    /** Has those deleted that no answer names when it is looked, before they are left out of one. */
    void leave(Collection<String> ids) {
        ids.forEach(id -> look(id, now()));
    }

    private void look(String id, Instant now) {
        work.put(Due.at(LOOK, id, now.plus(LEFT)), now.toEpochMilli());
    }

    /** Without their content, by id. */
    public Map<String, AnswerFile> findAll(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : Readable.list(files.find(in("_id", ids)).projection(Projections.exclude("file.content"))).stream()
                        .collect(Collectors.toMap(AnswerFile::id, Function.identity()));
    }

    public Optional<AttachedFile> content(String id) {
        return Optional.ofNullable(files.find(eq("_id", id)).first()).map(AnswerFile::file);
    }

    /** Unless the answer that names it may be on its way. */
    void delete(AnswerFile unnamed) {
        if (!unnamed.usedAt().plus(LEFT).isAfter(clock.instant())) {
            files.deleteOne(and(eq("_id", unnamed.id()), eq(USED, unnamed.usedAt())));
        }
    }

    void setEnd(String eventId, Instant end) {
        files.updateMany(eq(EVENT, eventId), Updates.set(END, end));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
