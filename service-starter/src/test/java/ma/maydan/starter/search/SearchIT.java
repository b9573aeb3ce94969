package ma.maydan.starter.search;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.maydan.starter.TestService;
import ma.maydan.starter.aggregate.Aggregate;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.testkit.backends.TestBackends;
import org.bson.BsonDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found by which words, and at what cost. */
class SearchIT {

    private static final Bson SEEN = eq("seen", true);
    private static final List<String> COMMANDS = new CopyOnWriteArrayList<>();
    private static final int ALL_ALIKE = 1_200;

    public record Place(@BsonId String id, long version, LocalizedText name, LocalizedText text, int kind, boolean seen)
            implements Aggregate {}

    private static MongoClient client;
    private static MongoDatabase database;
    private static AggregateStore<Place> places;
    private static Search<Place> search;
    private static Search<Place> ofAlike;

    @BeforeAll
    static void store() {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(TestBackends.mongoUri()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        COMMANDS.add(event.getCommandName());
                    }
                })
                .build());
        database = client.getDatabase("search");
        database.drop();
        places = store("places");
        search = new Search<>(places.collection(), Place::id, "seen");
        lines("documents.txt")
                .forEach(parts -> places.insert(change(new Place(
                        parts[0],
                        1,
                        LocalizedText.of(parts[1], parts[2], parts[3]),
                        LocalizedText.of(parts[4], parts[5], parts[6]),
                        0,
                        true))));
        var alike = store("alike");
        ofAlike = new Search<>(alike.collection(), Place::id, "seen");
        alike.collection()
                .insertMany(IntStream.range(0, ALL_ALIKE)
                        .mapToObj(i -> new Place(
                                "alike-%04d".formatted(i),
                                1,
                                text("Programme commun " + i),
                                text("Numérique pour tous" + (i == 1_111 ? " à Figuig" : "")),
                                i / 300,
                                true))
                        .toList());
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @ParameterizedTest(name = "{0}: {1} ({2})")
    @MethodSource("searches")
    void isFoundFirst(String typed, String first, String why) {
        assertThat(found(typed)).as(why).startsWith(first);
    }

    static Stream<Object[]> searches() {
        return lines("searches.txt").map(parts -> parts);
    }

    @Test
    void whatHasAllWordsLeavesOutWhatHasSome() {
        assertThat(found("technopark agadir")).containsExactly("technopark-agadir");
        assertThat(found("technopark")).containsExactlyInAnyOrder("technopark-agadir", "technopark-casablanca");
        assertThat(found("technopark xyzzyx")).hasSize(2);
        assertThat(found("xyzzyx")).isEmpty();
    }

    @Test
    void aTypingErrorIsForgivenWhereNothingIsWrittenSo() {
        assertThat(found("tourisme")).containsExactly("tourism");
        assertThat(found("tourizme")).containsExactly("tourism");
        assertThat(found("eua")).as("a word of three letters is no other").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de la",
                "في من إلى",
                "the of and",
                "?!… «»",
                ".*",
                "^tech(no",
                "$where",
                "{$ne: null}",
                "\\",
                "%00",
                "🚀🚀🚀",
                "👩‍👩‍👧‍👦",
                "\u200F\u200Fتكنوبارك",
                "\u202Etechnopark\u202C",
                "a",
                "ﷺ",
                "'",
                "’l’l’l’",
                "\n\t\n x",
                "ⵜⴰⵎⴰⵣⵉⵖⵜ",
                "漢字仮名",
                "ก็็็็็็็็",
                "0",
                "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠"
            })
    void anyTextIsASearch(String typed) {
        COMMANDS.clear();
        var text = SearchText.parse(typed);
        if (text != null) {
            search.page(text, SEEN, List.of(), new Paging(null, 100, "any"));
        }
        assertThat(COMMANDS).hasSizeLessThanOrEqualTo(1 + 2 * 8 + 3 * 3 + 1);
    }

    @Test
    void aTextCostsNoMoreThanItsFirstWords() {
        var longest = "ab ".repeat(66) + "ab";
        var different =
                IntStream.range(100, 150).mapToObj(i -> "x" + i).limit(40).toList();
        for (var typed :
                List.of(longest, String.join(" ", different), "programme commun numerique tous " + "z ".repeat(80))) {
            COMMANDS.clear();
            ofAlike.page(Objects.requireNonNull(SearchText.parse(typed)), SEEN, List.of(), new Paging(null, 20, "any"));
            assertThat(COMMANDS).hasSizeLessThanOrEqualTo(1 + 2 * 8 + 3 * 3 + 1);
        }
        for (var refused : List.of("x".repeat(201), "mot ".repeat(10_000), "nul\u0000", "half\uD800")) {
            assertThatThrownBy(() -> SearchText.parse(refused)).isInstanceOf(ProblemException.class);
        }
        assertThat(SearchText.parse("\u200F \u200E")).isNull();
    }

    @Test
    void ofWordsThatVeryManyHaveSoManyAreRankedAndARareOneFindsItsOwn() {
        assertThat(alike("programme")).hasSize(Candidates.MOST);
        assertThat(alike("commun 777")).containsExactly("alike-0777");
        assertThat(alike("programme figuig")).containsExactly("alike-1111");
        assertThat(alike("programe")).as("mistyped").hasSize(Candidates.MOST);
        assertThat(alike("programme", eq("kind", 3)))
                .as("few enough are of the kind")
                .hasSize(300);
    }

    @Test
    void pagesGoOnWhereTheLastEnded() {
        var text = Objects.requireNonNull(SearchText.parse("numerique"));
        var all = alike("numerique");
        var paged = new ArrayList<String>();
        var paging = new Paging(null, 100, "any");
        while (true) {
            var page = ofAlike.page(text, SEEN, List.of(), paging);
            paged.addAll(ids(page));
            if (page.nextCursor() == null) {
                break;
            }
            var last = page.items().getLast();
            paging = new Paging(new Paging.Position(rank(page), last.id()), 100, "any");
        }
        assertThat(paged).containsExactlyElementsOf(all);
        var forged = new Paging(new Paging.Position("no number", "id"), 10, "any");
        assertThatThrownBy(() -> ofAlike.page(text, SEEN, List.of(), forged))
                .isInstanceOf(ProblemException.class)
                .hasMessage("invalid-cursor");
    }

    /** As the next request would give it back. */
    private static String rank(Page<Place> page) {
        var cursor = new String(Base64.getUrlDecoder().decode(page.nextCursor()), StandardCharsets.UTF_8);
        return cursor.split("\n", -1)[1];
    }

    @Test
    void whatIsWrittenIsWhatIsFound() {
        var name = text("Rizière de Larache");
        places.insert(change(new Place("changing", 1, name, text("riz"), 0, true)));
        assertThat(found("riziere")).containsExactly("changing");
        places.update(change(new Place("changing", 2, text("Verger de Larache"), text("pommes"), 0, true)));
        assertThat(found("riziere larache")).containsExactly("changing");
        assertThat(found("riziere")).isEmpty();
        assertThat(found("verger")).containsExactly("changing");
        places.update(change(new Place("changing", 3, text("Verger de Larache"), text("pommes"), 0, false)));
        assertThat(found("verger")).isEmpty();
        places.delete(change(new Place("changing", 4, name, name, 0, false)));
        assertThat(document("changing")).doesNotContainKey(Searched.TOKENS);
    }

    @Test
    void documentsFromBeforeAndOfOtherRulesAreFoundOnceTheStoreIsOpen() {
        var olds = database.getCollection("olds", BsonDocument.class);
        olds.insertOne(BsonDocument.parse(
                "{_id: 'old', version: {$numberLong: '1'}, name: {fr: 'Moulin'}, text: {}, kind: 0, seen: true}"));
        olds.insertOne(BsonDocument.parse("{_id: 'gone', deleted: {$numberLong: '3'}}"));
        var old = new Search<>(store("olds").collection(), Place::id, "seen");
        assertThat(ids(page(old, "moulins"))).containsExactly("old");

        database.getCollection("shapes")
                .updateOne(eq("_id", "olds"), new BsonDocument("$set", BsonDocument.parse("{rules: 'of a year ago'}")));
        olds.updateOne(eq("_id", "old"), BsonDocument.parse("{$set: {search: ['m:moulin']}}"));
        assertThat(ids(page(old, "moulins"))).isEmpty();
        store("olds");
        assertThat(ids(page(old, "moulins"))).containsExactly("old");
    }

    private static AggregateStore<Place> store(String collection) {
        return new AggregateStore<>(
                database,
                TestService.shared().bean(Outbox.class),
                collection,
                Place.class,
                new Topic<>("maydan.places", "place", state -> state),
                Shape.first().deriving(Searched.by("name", "text")));
    }

    private static Change<Place> change(Place place) {
        return new Change<>(place, "place.changed", "data");
    }

    private static LocalizedText text(String french) {
        return new LocalizedText(null, french, null);
    }

    private static List<String> found(String typed) {
        return ids(page(search, typed));
    }

    private static List<String> alike(String typed, Bson... filters) {
        var all = new Paging(null, 1_000, "any");
        return ids(ofAlike.page(Objects.requireNonNull(SearchText.parse(typed)), SEEN, List.of(filters), all));
    }

    private static Page<Place> page(Search<Place> of, String typed) {
        return of.page(Objects.requireNonNull(SearchText.parse(typed)), SEEN, List.of(), new Paging(null, 100, "any"));
    }

    private static List<String> ids(Page<Place> page) {
        return page.items().stream().map(Place::id).toList();
    }

    private static BsonDocument document(String id) {
        return Objects.requireNonNull(database.getCollection("places", BsonDocument.class)
                .find(eq("_id", id))
                .first());
    }

    private static Stream<String[]> lines(String file) {
        try (var text = SearchIT.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> Arrays.stream(line.split("\\|"))
                                    .map(String::strip)
                                    .toArray(String[]::new))
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
