package ma.maydan.gateway.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.Optional;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.starter.mongo.IndexBuilds;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions in the collection {@code sessions}. The database has only a fingerprint of the id that the browser holds,
 * and the attributes are sealed with the id itself: whoever reads the database can neither use a session nor see a
 * token. Only what changed is written, attribute by attribute, so that requests at the same time do not undo each
 * other; a session that was ended is never written again.
 */
@Component
public class SessionStore implements SessionRepository<BrowserSession> {

    private static final Logger log = LoggerFactory.getLogger(SessionStore.class);

    /** A request moves the end of the session, but the database hears of it no more often than this. */
    private static final Duration ACCESS_GRAIN = Duration.ofMinutes(1);

    private static final ObjectInputFilter KNOWN_TYPES = ObjectInputFilter.Config.createFilter(
            "maxdepth=40;java.**;org.springframework.security.**;ma.maydan.gateway.**;!*");

    private final MongoCollection<Document> sessions;
    private final Duration idle;
    private final Clock clock;
    private boolean indexed;

    SessionStore(MongoDatabase database, GatewaySettings settings, Clock clock) {
        this.sessions = database.getCollection("sessions");
        this.idle = settings.sessions().idle();
        this.clock = clock;
    }

    @Override
    public BrowserSession createSession() {
        return new BrowserSession(idle);
    }

    @Override
    public void save(BrowserSession session) {
        if (session.storedId() == null) {
            sessions.insertOne(document(session));
        } else if (!session.getId().equals(session.storedId())) {
            // A new id is a new key, so everything is sealed anew.
            var before = sessions.findOneAndDelete(eq("_id", fingerprint(session.storedId())));
            if (before != null) {
                sessions.insertOne(document(session));
            }
        } else {
            var updates = new ArrayList<Bson>();
            session.changes()
                    .forEach((name, value) -> updates.add(
                            value == null
                                    ? Updates.unset(field(name))
                                    : Updates.set(field(name), sealed(session.getId(), value))));
            if (!updates.isEmpty() || session.sinceStoredAccess().compareTo(ACCESS_GRAIN) >= 0) {
                updates.add(Updates.set("accessedAt", Date.from(session.getLastAccessedTime())));
                updates.add(Updates.set(
                        "expiresAt", Date.from(session.getLastAccessedTime().plus(session.getMaxInactiveInterval()))));
                sessions.updateOne(eq("_id", fingerprint(session.getId())), Updates.combine(updates));
            } else {
                return;
            }
        }
        session.stored();
    }

    @Override
    public @Nullable BrowserSession findById(String id) {
        var found = sessions.find(eq("_id", fingerprint(id))).first();
        if (found == null || !found.getDate("expiresAt").toInstant().isAfter(clock.instant())) {
            return null;
        }
        var attributes = new HashMap<String, Object>();
        for (var attribute : found.get("attributes", new Document()).entrySet()) {
            var value = opened(id, (Binary) attribute.getValue());
            if (value.isEmpty()) {
                deleteById(id);
                return null;
            }
            attributes.put(attribute.getKey().replace('/', '.'), value.get());
        }
        return new BrowserSession(
                id,
                attributes,
                found.getDate("createdAt").toInstant(),
                found.getDate("accessedAt").toInstant(),
                idle);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteOne(eq("_id", fingerprint(id)));
    }

    /** One attribute as it is in the database at this moment. */
    public <T> Optional<T> read(String id, String attribute, Class<T> type) {
        var found = sessions.find(eq("_id", fingerprint(id))).first();
        return Optional.ofNullable(found)
                .map(session -> session.get("attributes", Document.class))
                .map(attributes -> attributes.get(attribute.replace('.', '/'), Binary.class))
                .flatMap(value -> opened(id, value))
                .map(type::cast);
    }

    /**
     * Lets one request at a time, over all replicas, do work on a session.
     *
     * @param atMost after this the lease is anybody's again
     * @return whether the caller has the lease and must {@link #release} it
     */
    public boolean lease(String id, Duration atMost) {
        var now = clock.instant();
        return sessions.updateOne(
                                and(
                                        eq("_id", fingerprint(id)),
                                        or(exists("leasedUntil", false), lt("leasedUntil", Date.from(now)))),
                                Updates.set("leasedUntil", Date.from(now.plus(atMost))))
                        .getModifiedCount()
                == 1;
    }

    public void release(String id) {
        sessions.updateOne(eq("_id", fingerprint(id)), Updates.unset("leasedUntil"));
    }

    /** Writes one attribute and gives the lease back. */
    public void writeAndRelease(String id, String attribute, Object value) {
        sessions.updateOne(
                eq("_id", fingerprint(id)),
                Updates.combine(Updates.set(field(attribute), sealed(id, value)), Updates.unset("leasedUntil")));
    }

    /** Not by a TTL index, which not every server that speaks MongoDB's protocol honors. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    synchronized void sweep() {
        if (!indexed) {
            IndexBuilds.on(sessions).createIndex(Indexes.ascending("expiresAt"));
            indexed = true;
        }
        sessions.deleteMany(lt("expiresAt", Date.from(clock.instant())));
    }

    private static Document document(BrowserSession session) {
        var attributes = new Document();
        for (var name : session.getAttributeNames()) {
            Object value = session.getRequiredAttribute(name);
            attributes.put(name.replace('.', '/'), sealed(session.getId(), value));
        }
        Instant accessed = session.getLastAccessedTime();
        return new Document("_id", fingerprint(session.getId()))
                .append("createdAt", Date.from(session.getCreationTime()))
                .append("accessedAt", Date.from(accessed))
                .append("expiresAt", Date.from(accessed.plus(session.getMaxInactiveInterval())))
                .append("attributes", attributes);
    }

    private static String field(String attribute) {
        return "attributes." + attribute.replace('.', '/');
    }

    private static String fingerprint(@Nullable String id) {
        return Seal.fingerprint(String.valueOf(id));
    }

    private static Binary sealed(String id, Object value) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Binary(new Seal("session", id).close(bytes.toByteArray()));
    }

    /** Nothing also for what another version of the gateway wrote and this one cannot read. */
    private static Optional<Object> opened(String id, Binary sealed) {
        return new Seal("session", id).open(sealed.getData()).flatMap(bytes -> {
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
                in.setObjectInputFilter(KNOWN_TYPES);
                return Optional.of(in.readObject());
            } catch (IOException | ClassNotFoundException | RuntimeException e) {
                log.warn("A session of another version ends", e);
                return Optional.empty();
            }
        });
    }
}
