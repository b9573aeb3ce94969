package ma.maydan.starter.personal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/** What a collection that is nobody's aggregate holds of people. */
public final class PersonalDocuments {

    private PersonalDocuments() {}

    /**
     * Documents that are about one person each, and go with them.
     *
     * @param person the field that holds their id
     * @param age the field of when it began to be kept
     * @param shown the paths of what is handed out to them
     */
    public static PersonalData whole(
            MongoCollection<?> collection, Declared declared, String person, String age, List<String> shown) {
        return new Whole(collection.withDocumentClass(BsonDocument.class), declared, person, age, shown);
    }

    /**
     * Documents that stay without the person.
     *
     * @param version a field that is another one after each change
     * @param shown the paths of what is handed out to them
     */
    public static PersonalData parts(
            MongoCollection<?> collection,
            Declared declared,
            PersonalFields fields,
            String version,
            List<String> shown) {
        var documents = collection.withDocumentClass(BsonDocument.class);
        return new PersonalParts(
                documents, declared, fields, shown, (which, change) -> rewrite(documents, version, which, change));
    }

    /** The members of organizations in a replica of the register: whom that does not name any more is gone here too. */
    public static PersonalData membersIn(MongoCollection<?> replicas) {
        return parts(
                replicas,
                Declared.of("member-copy", "organizations", Kept.days(1, Kept.Since.MEMBERSHIP_END), SeenBy.NOBODY),
                PersonalFields.removingFrom("members", "personId"),
                "sequence",
                List.of("_id", "members"));
    }

    /** What organizations write of people who need have no account: who wants it changed turns to them. */
    public static PersonalData ofOthers(Declared declared) {
        return new OfOthers(declared);
    }

    private record OfOthers(Declared declared) implements PersonalData {

        @Override
        public List<BsonDocument> of(String person) {
            return List.of();
        }

        @Override
        public void erase(String person) {
            // No account leads there.
        }

        @Override
        public void people(Consumer<String> each) {
            // None has an id.
        }

        @Override
        public void forget(Instant now) {
            // The organization does.
        }
    }

    /**
     * Documents of a process that forgets by itself whom it was about, at its end; here they are only shown, and those
     * of them that came to nothing forgotten, so long after their {@code updatedAt}.
     *
     * @param person the field that holds the id
     * @param ended which came to nothing
     * @param shown the paths of what is handed out
     */
    public static PersonalData ofAProcess(
            MongoCollection<?> collection, Declared declared, String person, Bson ended, List<String> shown) {
        return new OfAProcess(collection.withDocumentClass(BsonDocument.class), declared, person, ended, shown);
    }

    private record OfAProcess(
            MongoCollection<BsonDocument> documents, Declared declared, String person, Bson ended, List<String> shown)
            implements PersonalData {

        @Override
        public List<BsonDocument> of(String id) {
            return documents
                    .find(eq(person, id))
                    .map(document -> Excerpt.of(document, id, shown))
                    .into(new ArrayList<>());
        }

        @Override
        public void erase(String id) {
            // The process does.
        }

        @Override
        public void people(Consumer<String> each) {
            // As above.
        }

        @Override
        public void forget(Instant now) {
            documents.deleteMany(and(ended, lt("updatedAt", declared.kept().over(now))));
        }
    }

    private static void rewrite(
            MongoCollection<BsonDocument> documents, String version, Bson which, UnaryOperator<BsonDocument> change) {
        for (var document : documents.find(which).into(new ArrayList<>())) {
            var now = document;
            while (now != null) {
                var after = change.apply(now);
                var same = and(eq("_id", now.get("_id")), eq(version, now.getOrDefault(version, BsonNull.VALUE)));
                if (after.equals(now) || documents.replaceOne(same, after).getMatchedCount() > 0) {
                    break;
                }
                now = documents.find(eq("_id", now.get("_id"))).first();
            }
        }
    }

    private record Whole(
            MongoCollection<BsonDocument> documents, Declared declared, String person, String age, List<String> shown)
            implements PersonalData {

        @Override
        public List<BsonDocument> of(String id) {
            return documents
                    .find(eq(person, id))
                    .limit(MOST)
                    .map(document -> Excerpt.of(document, id, shown))
                    .into(new ArrayList<>());
        }

        @Override
        public void erase(String id) {
            documents.deleteMany(eq(person, id));
        }

        @Override
        public void people(Consumer<String> each) {
            documents.find().projection(Projections.include(person)).forEach(document -> {
                if (document.get(person) instanceof BsonString id) {
                    each.accept(id.getValue());
                }
            });
        }

        @Override
        public void forget(Instant now) {
            documents.deleteMany(lt(age, declared.kept().over(now)));
        }
    }
}
