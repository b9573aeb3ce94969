package ma.maydan.events.speaker;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static ma.maydan.starter.ownership.OwnedStore.OWNER;
import static ma.maydan.starter.ownership.OwnedStore.PUBLIC_CHANGE;
import static ma.maydan.starter.ownership.OwnedStore.VERIFIED;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import ma.maydan.events.organization.StandingFollower;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.file.FileHolder;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.ownership.OwnedStore;
import ma.maydan.starter.ownership.Standing;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalDocuments;
import ma.maydan.starter.personal.SeenBy;
import ma.maydan.starter.search.Search;
import ma.maydan.starter.search.SearchText;
import ma.maydan.starter.search.Searched;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Keeps the speakers. */
@Component
class SpeakerStore implements StandingFollower {

    private static final String STATUS = "stage.status";
    private static final String NAME = "sortName";
    private static final String PHOTO = "content.photo";

    /** In the second, it has the words that it is searched by. */
    private static final Shape PRESENT = Shape.first().deriving(Searched.by("content.name", "content.biography"));

    private static final SortedQuery<Speaker> BY_NAME =
            SortedQuery.ascendingByText(NAME, Speaker::sortName, Speaker::id);
    private static final SortedQuery<Speaker> BY_CHANGE =
            SortedQuery.ascendingBy(PUBLIC_CHANGE, Speaker::changedAt, Speaker::id);

    private final OwnedStore<Speaker> store;
    private final Search<Speaker> search;

    /** @param drafts how many speakers an organization may have that were never published */
    SpeakerStore(MongoDatabase database, Outbox outbox, Clock clock, @Value("${maydan.limits.drafts}") int drafts) {
        store = new OwnedStore<>(
                new AggregateStore<>(
                        database,
                        outbox,
                        "speakers",
                        Speaker.class,
                        new Topic<>("maydan.speakers", "speaker", Speaker::snapshot),
                        PRESENT),
                drafts,
                clock);
        var indexes = IndexBuilds.on(store.collection());
        indexes.createIndex(Indexes.ascending(STATUS, VERIFIED, NAME, "_id"));
        indexes.createIndex(Indexes.ascending(OWNER, STATUS, VERIFIED, NAME, "_id"));
        indexes.createIndex(Indexes.ascending(OWNER, NAME, "_id"));
        indexes.createIndex(Indexes.ascending(PUBLIC_CHANGE, "_id"));
        indexes.createIndex(Indexes.ascending(OWNER, PUBLIC_CHANGE, "_id"));
        indexes.createIndex(Indexes.ascending(PHOTO), new IndexOptions().sparse(true));
        search = new Search<>(store.collection(), Speaker::id, STATUS, VERIFIED);
    }

    @Bean
    static PersonalData speakersOfOrganizations() {
        return PersonalDocuments.ofOthers(Declared.of(
                "speaker",
                "speakers",
                Kept.days(0, Kept.Since.PRESENTED),
                SeenBy.MEMBERS,
                SeenBy.STAFF,
                SeenBy.EVERYBODY));
    }

    @Bean
    static FileHolder speakerPhotos(SpeakerStore speakers) {
        return file -> speakers.store.collection().find(eq(PHOTO, file)).first() != null;
    }

    Speaker require(String id) {
        return store.require(id);
    }

    Speaker insert(Change<Speaker> change) {
        return store.insert(change);
    }

    Speaker update(Change<Speaker> change) {
        return store.update(change);
    }

    void delete(Change<Speaker> change) {
        store.delete(change);
    }

    @Override
    public void follow(String organizationId, Standing standing) {
        store.follow(organizationId, standing);
    }

    /** Those of organizations in good standing, by name; those that a text finds, the best first. */
    Page<Speaker> published(@Nullable SearchText text, @Nullable String organizationId, Paging paging) {
        var published = and(eq(STATUS, Speaker.Status.PUBLISHED.name()), eq(VERIFIED, true));
        if (text != null) {
            var owned = organizationId == null ? List.<Bson>of() : List.of(eq(OWNER, organizationId));
            return search.page(text, published, owned, paging);
        }
        return BY_NAME.page(store.collection(), of(organizationId, published), paging);
    }

    /** What the public saw that changed since, or went away, the oldest change first. */
    Page<Speaker> changed(@Nullable String organizationId, Instant updatedAfter, Paging paging) {
        return BY_CHANGE.page(store.collection(), of(organizationId, gt(PUBLIC_CHANGE, updatedAfter)), paging);
    }

    Page<Speaker> ofOrganizations(Collection<String> organizationIds, Paging paging) {
        return BY_NAME.page(store.collection(), in(OWNER, organizationIds), paging);
    }

    private static Bson of(@Nullable String organizationId, Bson filter) {
        return organizationId == null ? filter : and(eq(OWNER, organizationId), filter);
    }
}
