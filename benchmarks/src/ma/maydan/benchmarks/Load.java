package ma.maydan.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import ma.maydan.events.event.EventSeeds;
import ma.maydan.events.registration.RegistrationSeeds;
import ma.maydan.incubators.organization.OrganizationSeeds;
import ma.maydan.incubators.program.ProgramSeeds;
import ma.maydan.partners.partnership.Partnership;
import ma.maydan.partners.partnership.PartnershipSeeds;
import ma.maydan.starter.aggregate.Aggregate;
import ma.maydan.starter.idempotency.IdempotencySeeds;
import ma.maydan.starter.mongo.Shape;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.EncoderContext;

/** Fills the databases of the services and the gateway, whose indexes are there already. */
final class Load implements AutoCloseable {

    private static final int BATCH = 500;

    private final MongoClient client;
    private final World world;
    private final java.util.concurrent.ExecutorService threads = Executors.newFixedThreadPool(3);

    Load(MongoClient client, World world) {
        this.client = client;
        this.world = world;
    }

    static String database(int size, String application) {
        return "bench_" + size + "_" + application;
    }

    void all() throws Exception {
        var started = System.nanoTime();
        var incubators = client.getDatabase(database(world.size(), "incubators"));
        fill(incubators, "organizations", number -> OrganizationSeeds.of(world, number));
        fill(incubators, "programs", number -> ProgramSeeds.of(world, number));
        fill(incubators, "partnerships", this::partnershipReplica);
        var partners = client.getDatabase(database(world.size(), "partners"));
        fill(partners, "organizations", this::replicaOfPartners);
        fill(partners, "partnerships", number -> PartnershipSeeds.of(world, number));
        var events = client.getDatabase(database(world.size(), "events"));
        fill(events, "organizations", this::replicaOfEvents);
        fill(events, "events", number -> EventSeeds.of(world, number));
        fill(events, "registrations", number -> RegistrationSeeds.of(world, number));
        fill(events, "idempotency", number -> IdempotencySeeds.of(world, number));
        ledgers(events);
        var gateway = client.getDatabase(database(world.size(), "gateway"));
        fillDocuments(
                gateway,
                "windows",
                number -> new Document("_id", "ADDRESS:" + number)
                        .append("taken", 10)
                        .append("endsAt", Date.from(world.now().plus(Duration.ofDays(365)))));
        fillDocuments(
                gateway,
                "sessions",
                number -> new Document("_id", World.id("session", number))
                        .append("createdAt", Date.from(world.now()))
                        .append("accessedAt", Date.from(world.now()))
                        .append("expiresAt", Date.from(world.now().plus(Duration.ofDays(365))))
                        .append("attributes", new Document()));
        System.out.printf("%,d of each kind in %d s%n", world.size(), (System.nanoTime() - started) / 1_000_000_000);
    }

    private void ledgers(MongoDatabase events) throws Exception {
        var confirmed = new int[world.size()];
        IntStream.range(0, world.size())
                .filter(number -> !RegistrationSeeds.waits(world, number))
                .forEach(number -> confirmed[RegistrationSeeds.event(world, number)]++);
        var published = IntStream.range(0, world.size())
                .filter(number -> EventSeeds.isPublished(world, number))
                .toArray();
        fill(events, "seat_ledgers", published.length, at -> {
            var number = published[at];
            var full = number == World.FULL_EVENT;
            return SeatSeeds.ledger(
                    World.id("event", number),
                    full ? confirmed[number] : 100_000,
                    confirmed[number],
                    full ? RegistrationSeeds.waiting(world) : 0,
                    EventSeeds.start(world, number),
                    world.now().minus(Duration.ofDays(1)));
        });
    }

    private void fill(MongoDatabase database, String collection, IntFunction<Record> record) throws Exception {
        fill(database, collection, world.size(), record);
    }

    private void fill(MongoDatabase database, String collection, int size, IntFunction<Record> record)
            throws Exception {
        fill(database, collection, size, BsonDocument.class, number -> {
            var state = record.apply(number);
            var document = encoded(database, state);
            if (state instanceof Aggregate) {
                // As the relay leaves it.
                document.append("outbox", new BsonArray());
            }
            return document;
        });
    }

    private void fillDocuments(MongoDatabase database, String collection, IntFunction<Document> document)
            throws Exception {
        fill(database, collection, world.size(), Document.class, document);
    }

    private <T> void fill(MongoDatabase database, String collection, int size, Class<T> type, IntFunction<T> document)
            throws Exception {
        var started = System.nanoTime();
        var into = database.getCollection(collection, type).withWriteConcern(com.mongodb.WriteConcern.W1);
        var batches = new ArrayList<Future<?>>();
        for (int from = 0; from < size; from += BATCH) {
            var numbers = IntStream.range(from, Math.min(size, from + BATCH));
            batches.add(threads.submit(() ->
                    into.insertMany(numbers.mapToObj(document).toList(), new InsertManyOptions().ordered(false))));
        }
        for (var batch : batches) {
            batch.get();
        }
        System.out.printf(
                "  %s.%s: %,d, %,.0f/s%n",
                database.getName(), collection, size, size * 1e9 / (System.nanoTime() - started));
    }

    private Record partnershipReplica(int number) {
        var it = PartnershipSeeds.of(world, number);
        var lastDay = it.terms().endsOn();
        return new ma.maydan.incubators.partnership.PartnershipReplica(
                it.id(),
                it.version(),
                it.stage().status().name(),
                List.of(it.proposal().proposerOrganizationId(), it.proposal().partnerOrganizationId()),
                it.terms().startsOn(),
                lastDay,
                it.stage().status() == Partnership.Status.ACTIVE ? lastDay.plusDays(1) : null);
    }

    private Record replicaOfEvents(int number) {
        var it = OrganizationSeeds.of(world, number);
        return new ma.maydan.events.organization.OrganizationReplica(
                it.id(),
                it.version(),
                it.profile().legalName(),
                it.status().name(),
                new ma.maydan.events.organization.OrganizationReplica.Badges(
                        it.profile().kinds(),
                        it.entry().partner(),
                        false,
                        it.profile().region(),
                        null),
                it.membership().members().stream()
                        .map(member -> new ma.maydan.events.organization.OrganizationReplica.Member(
                                member.personId(), member.role()))
                        .toList(),
                it.version());
    }

    private Record replicaOfPartners(int number) {
        var it = OrganizationSeeds.of(world, number);
        return new ma.maydan.partners.organization.OrganizationReplica(
                it.id(),
                it.version(),
                it.profile().legalName(),
                it.profile().kinds().stream().map(Enum::name).toList(),
                it.status().name(),
                null,
                it.membership().members().stream()
                        .map(member -> new ma.maydan.partners.organization.OrganizationReplica.Member(
                                member.personId(), member.role()))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    static BsonDocument encoded(MongoDatabase database, Record record) {
        var document = new BsonDocument();
        ((Codec<Record>) database.getCodecRegistry().get(record.getClass()))
                .encode(
                        new BsonDocumentWriter(document),
                        record,
                        EncoderContext.builder().build());
        SHAPES.getOrDefault(record.getClass(), Shape.first()).mark(document);
        return document;
    }

    private static final Map<Class<?>, Shape> SHAPES = Map.of(
            ma.maydan.events.event.Event.class, EventSeeds.SHAPE,
            ma.maydan.events.registration.Registration.class, RegistrationSeeds.SHAPE,
            ma.maydan.events.seats.SeatLedger.class, Shape.refilled(3),
            ma.maydan.events.organization.OrganizationReplica.class, Shape.refilled(2),
            ma.maydan.incubators.organization.Organization.class, OrganizationSeeds.SHAPE,
            ma.maydan.incubators.program.Program.class, ProgramSeeds.SHAPE,
            Partnership.class, PartnershipSeeds.SHAPE);

    static final List<String> APPLICATIONS = List.of("events", "incubators", "partners", "gateway");

    @Override
    public void close() {
        threads.shutdown();
    }
}
