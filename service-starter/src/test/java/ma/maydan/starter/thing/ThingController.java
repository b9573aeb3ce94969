package ma.maydan.starter.thing;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.idempotency.Creates;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.Consistent;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.ExpectedVersion;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/things")
public class ThingController {

    /** A thing of this name is not made before {@link #open} is called. */
    public static final String HELD = "held";

    private static final SortedQuery<Thing> OLDEST_FIRST =
            SortedQuery.ascendingBy("createdAt", Thing::createdAt, Thing::id);

    private final AggregateStore<Thing> things;
    private final Clock clock;
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    ThingController(MongoDatabase database, Outbox outbox, Clock clock) {
        this.things = new AggregateStore<>(
                database,
                outbox,
                "things",
                Thing.class,
                new Topic<>("maydan.things", "thing", state -> state),
                Shape.first());
        this.clock = clock;
    }

    enum Kind {
        A,
        B
    }

    /** Told with a time needs a count of less than a hundred. */
    @Consistent
    record ThingRequest(
            @NotBlank String name,
            @Nullable LocalDateTime at,
            @Nullable Instant since,
            @Given(max = 10, optional = true) @Nullable LocalizedText text,
            @Nullable List<@NotNull Kind> kinds,
            @Max(100_000) @Nullable Integer count)
            implements Checked {

        @Override
        public void check(Instant now, Faults faults) {
            if (at != null && count != null && count >= 100) {
                faults.add("at", "required");
            }
        }
    }

    @PostMapping
    @Creates
    @Allow(value = Allow.To.PERSON, scope = "things.write")
    @ResponseStatus(HttpStatus.CREATED)
    Thing create(NewId id, @Valid @RequestBody ThingRequest request) throws InterruptedException {
        if (request.name.equals(HELD)) {
            entered.countDown();
            opened.await();
        }
        return things.insert(Thing.create(id.value(), request.name, clock.instant()));
    }

    @GetMapping
    @Allow(value = Allow.To.ANYONE, scope = "things.read")
    Page<Thing> list(Paging paging, @RequestParam(required = false) @Nullable Instant updatedAfter) {
        var filter = updatedAfter == null ? Filters.empty() : Filters.gte("createdAt", updatedAfter);
        return OLDEST_FIRST.page(things.collection(), filter, paging);
    }

    @GetMapping("/{id}")
    @Allow(value = Allow.To.ANYONE, scope = "things.read")
    Thing get(@PathVariable String id) {
        return things.require(id);
    }

    /** With what depends on the caller. */
    record Seen(String id, long version, String name, String by) implements Versioned {}

    @GetMapping("/{id}/seen")
    @Allow(Allow.To.PERSON)
    Seen seen(@PathVariable String id, Caller caller) {
        var thing = things.require(id);
        return new Seen(id, thing.version(), thing.name(), caller.requireId());
    }

    @PutMapping("/{id}")
    @Allow(Allow.To.PERSON)
    Thing rename(@PathVariable String id, ExpectedVersion expected, @Valid @RequestBody ThingRequest request) {
        var thing = things.require(id);
        expected.require(thing.version());
        return things.update(thing.rename(request.name));
    }

    /** No scope: no machine. */
    @GetMapping("/open")
    @Allow(Allow.To.ANYONE)
    List<String> open(Caller caller) {
        return List.of(caller.kind().name());
    }

    @GetMapping("/mine")
    @Allow(Allow.To.PERSON)
    List<String> mine(Caller caller) {
        return List.of(caller.requireId());
    }

    @GetMapping("/officers")
    @Allow(Allow.To.OFFICER)
    List<String> officers() {
        return List.of();
    }

    @GetMapping("/admins")
    @Allow(Allow.To.ADMIN)
    List<String> admins() {
        return List.of();
    }

    @GetMapping("/unsaid")
    List<String> unsaid() {
        return List.of();
    }

    /** Waits until a request for a held thing is under way. */
    public void awaitHeld() throws InterruptedException {
        entered.await();
    }

    public void open() {
        opened.countDown();
    }
}
