package ma.maydan.starter.personal;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import ma.maydan.starter.aggregate.AggregateStore;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** What documents hold of people that stay when the person goes. */
public record PersonalParts(
        MongoCollection<BsonDocument> documents,
        Declared declared,
        PersonalFields fields,
        List<String> shown,
        Rewriting rewriting)
        implements PersonalData {

    /** Changes some documents, each as it is at that moment. */
    interface Rewriting {
        void rewrite(Bson which, UnaryOperator<BsonDocument> change);
    }

    /**
     * What aggregates hold of people: each that is changed has its next version, and other services learn of it.
     *
     * @param shown the paths of what is handed out to them
     */
    public static PersonalData of(
            AggregateStore<?> store, Declared declared, PersonalFields fields, List<String> shown) {
        return new PersonalParts(
                store.collection().withDocumentClass(BsonDocument.class), declared, fields, shown, store::rewrite);
    }

    @Override
    public List<BsonDocument> of(String person) {
        return documents
                .find(fields.of(person))
                .limit(MOST)
                .map(document -> Excerpt.of(document, person, shown))
                .into(new ArrayList<>());
    }

    @Override
    public void erase(String person) {
        rewriting.rewrite(fields.of(person), document -> fields.without(document, person));
    }

    @Override
    public void people(Consumer<String> each) {
        documents
                .find(fields.ofAnybody())
                .forEach(document -> fields.people(document).forEach(each));
    }

    @Override
    public void forget(Instant now) {
        if (fields.age()) {
            var before = declared.kept().over(now);
            rewriting.rewrite(fields.keptSinceBefore(before), it -> fields.withoutThoseBefore(it, before));
        }
    }
}
