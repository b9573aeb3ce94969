package ma.maydan.events;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.starter.ownership.Standing;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.api.ServiceTest;
import ma.maydan.testkit.backends.MovedClock;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.builders.RegisteredOrganization;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole service over HTTP, with a real broker, the MongoDB contract and signed tokens; one for all its tests. */
@ServiceTest(value = EventsApplication.class, with = CommandLog.class)
public abstract class EventsIT {

    protected static final String ADMIN = TestTokens.person("admin", "mnc-admin");
    protected static final String OFFICER = TestTokens.person("officer", "mnc-officer");

    @Autowired
    private Api api;

    @Autowired
    protected OrganizationReplicas organizations;

    @Autowired
    protected MongoDatabase database;

    @Autowired
    protected MovedClock clock;

    /** The API for the holder of this token, or for nobody. */
    protected Api api(@Nullable String token) {
        return token == null ? api : api.bearer(token);
    }

    protected Answer get(@Nullable String token, String path) {
        return api(token).get("/api/v1" + path);
    }

    protected Answer post(@Nullable String token, String path, String body) {
        return post(token, path, body, UUID.randomUUID().toString());
    }

    protected Answer post(@Nullable String token, String path, String body, String key) {
        return api(token).create("/api/v1" + path, body, key);
    }

    /** A transition of what an answer showed. */
    protected Answer transition(@Nullable String token, Answer of, String path, String body) {
        return api(token).send("POST", "/api/v1" + path, body, Map.of("If-Match", of.eTag()));
    }

    /** Tells the service of an organization, as the register does, and waits until it knows. */
    protected void organization(String id, long sequence, String status, String owner, boolean partner) {
        tell(anOrganization().ownedBy(owner).withId(id).at(sequence, status).asPartner(partner));
    }

    protected RegisteredOrganization tell(RegisteredOrganization organization) {
        return heard(organization.publish());
    }

    /** Waits until what was told is known. */
    protected RegisteredOrganization heard(RegisteredOrganization organization) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> organizations
                        .find(organization.id())
                        .filter(known -> known.sequence() >= organization.sequence())
                        .filter(known -> eventsFollow(known.id(), known.standing()))
                        .isPresent());
        return organization;
    }

    private boolean eventsFollow(String host, Standing standing) {
        return database.getCollection("events")
                        .countDocuments(
                                and(eq("owner.organizationId", host), lt("owner.standing.since", standing.since())))
                == 0;
    }

    protected static String eventBody(String host, int capacity) {
        var start = LocalDateTime.now(ZoneOffset.UTC).plusDays(10).withNano(0).withSecond(0);
        return """
            {"hostOrganizationId":"%s","title":{"ar":"ورشة","fr":"Atelier","en":"Workshop"},"kind":"WORKSHOP",
             "format":"IN_PERSON","startsAtLocal":"%s","endsAtLocal":"%s","zone":"Africa/Casablanca",
             "venue":{"ar":"تكنوبارك","fr":"Technopark"},"capacity":%d}
            """.formatted(host, start, start.plusHours(2), capacity);
    }

    /** A published event of a new organization of {@code owner}. */
    protected Answer publishedEvent(String owner, int capacity) {
        var host = UUID.randomUUID().toString();
        organization(host, 1, "VERIFIED", owner, false);
        return published(owner, eventBody(host, capacity));
    }

    /** The same with more said of it, such as {@code "offerHours":24}. */
    protected Answer publishedEvent(String owner, int capacity, String more) {
        var host = UUID.randomUUID().toString();
        organization(host, 1, "VERIFIED", owner, false);
        return published(owner, eventBody(host, capacity).stripTrailing().replaceFirst("}$", "," + more + "}"));
    }

    protected Answer published(String owner, String body) {
        var token = TestTokens.person(owner);
        var draft = post(token, "/events", body).expect(201);
        var path = "/events/" + draft.id();
        var submitted = transition(token, draft, path + "/submit", "");
        return transition(OFFICER, submitted, path + "/publish", "").expect(200);
    }

    /** Waits until a person has been told of events, and what becomes of their seats, so much and no more. */
    protected void isTold(String person, String... kinds) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get(TestTokens.person(person), "/me/notices/events")
                                .body()
                                .path("items")
                                .valueStream()
                                .map(item -> item.path("kind").asString()))
                        .containsExactlyInAnyOrder(kinds));
    }
}
