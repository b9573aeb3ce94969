package ma.maydan.starter.search;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Projections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Those documents of a list that a search looks at: what its rarest word brings, in the order of how they have it, as far
 * as the bound goes; then, where none of them has all the words, what the next one brings.
 */
final class Candidates {

    /** Documents that are counted, and read, for one word. */
    static final int MOST = 500;

    /** Words for which documents are read. */
    static final int ROUNDS = 3;

    private static final int LONGEST_NAME = 9_999;

    private final MongoCollection<BsonDocument> documents;
    private final Bson listed;
    private final Bson filter;
    private final Map<String, Set<String>> read = new HashMap<>();

    Candidates(MongoCollection<?> collection, Bson listed, Bson filter) {
        this.documents = collection.withDocumentClass(BsonDocument.class);
        this.listed = listed;
        this.filter = filter;
    }

    /** A word that some documents have, {@link #MOST} and one where there are more. */
    private record Present(Wanted word, int documents) {

        boolean isCommon() {
            return documents > MOST;
        }
    }

    /** Those that have the most of the words, the best first. */
    List<Found> bestFirst(List<Wanted> words) {
        var present = words.stream()
                .<@Nullable Present>map(this::present)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(Present::documents))
                .toList();
        if (present.isEmpty()) {
            return List.of();
        }
        var meant = present.stream().map(Present::word).toList();
        if (present.getFirst().isCommon() && count(filter) <= MOST) {
            read(filter);
        } else {
            present.stream()
                    .limit(ROUNDS)
                    .takeWhile(
                            word -> read.values().stream().noneMatch(tokens -> matched(meant, tokens) == meant.size()))
                    .forEach(this::read);
        }
        return ranked(meant);
    }

    /** Null when no document has it, however it is read. */
    private @Nullable Present present(Wanted word) {
        for (var reading = word; reading != null; reading = reading.mistyped()) {
            var count = count(having(reading.all()));
            if (count > 0) {
                return new Present(reading, count);
            }
        }
        return null;
    }

    private int count(Bson condition) {
        return (int) documents.countDocuments(and(listed, condition), new CountOptions().limit(MOST + 1));
    }

    private void read(Present present) {
        if (!present.isCommon()) {
            read(having(present.word().all()));
            return;
        }
        var before = read.size();
        present.word().tokens().stream()
                .takeWhile(kind -> read.size() - before < MOST)
                .forEach(kind -> read(having(kind)));
    }

    /** The filter comes after the bound, or the server would read on until it has found so many. */
    private void read(Bson condition) {
        documents
                .aggregate(List.of(
                        Aggregates.match(and(listed, condition)),
                        Aggregates.limit(MOST),
                        Aggregates.match(filter),
                        Aggregates.project(Projections.include(Searched.TOKENS))))
                .batchSize(MOST)
                .forEach(document -> read.put(document.getString("_id").getValue(), tokens(document)));
    }

    private static Bson having(Set<String> tokens) {
        return in(Searched.TOKENS, tokens);
    }

    private static Set<String> tokens(BsonDocument document) {
        var tokens = new HashSet<String>();
        for (BsonValue token : document.getArray(Searched.TOKENS)) {
            tokens.add(token.asString().getValue());
        }
        return tokens;
    }

    private List<Found> ranked(List<Wanted> words) {
        var most = read.values().stream()
                .mapToInt(tokens -> matched(words, tokens))
                .max()
                .orElse(0);
        return read.entrySet().stream()
                .filter(one -> most > 0 && matched(words, one.getValue()) == most)
                .map(one -> new Found(one.getKey(), rank(words, one.getValue())))
                .sorted(Found.BEST_FIRST)
                .toList();
    }

    private static int matched(List<Wanted> words, Set<String> tokens) {
        return (int) words.stream().filter(word -> word.worth(tokens) > 0).count();
    }

    /** Of two that have the words alike, the better has less beside them in its name. */
    private static int rank(List<Wanted> words, Set<String> tokens) {
        var worth = words.stream().mapToInt(word -> word.worth(tokens)).sum();
        var name = tokens.stream().filter(Token.NAME::is).count();
        return worth * (LONGEST_NAME + 1) + LONGEST_NAME - (int) Math.min(name, LONGEST_NAME);
    }
}
