package ma.maydan.events.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.starter.time.Morocco;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** What the host of an event sees of how it goes. */
class DeskIT extends EventsIT {

    private final String owner = "desk-" + UUID.randomUUID();
    private String event = "";

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void anEventWithTwoSeats() {
        event = publishedEvent(owner, 2).id();
    }

    @Test
    void eachDayTellsHowFullItWas() {
        register("salma");
        register("omar");
        register("hind");
        sweep();
        assertThat(day(0)).isEqualTo(Morocco.today(Clock.systemUTC()) + " 2/2 1");

        clock.moveTo(Instant.now().plus(Duration.ofDays(1)));
        var seat = ids(registrations("")).getFirst();
        cancel("salma", seat);
        sweep();
        Awaitility.await().untilAsserted(() -> {
            sweep();
            assertThat(day(1)).isEqualTo(LocalDate.ofInstant(clock.instant(), Morocco.ZONE) + " 2/2 0");
        });
        assertThat(day(0)).endsWith(" 2/2 1");
        assertThat(desk("").body().path("days")).hasSize(2);
    }

    @Test
    void whatChangedSinceIsCounted() {
        register("salma");
        assertThat(desk("").body().has("changes")).isFalse();
        var then = Instant.now();
        clock.moveTo(then.plusSeconds(5));
        register("omar");
        cancel("salma", ids(registrations("")).getFirst());
        var changes = desk("?since=" + then).body().path("changes");
        assertThat(changes.path("registered").asInt()).isEqualTo(1);
        assertThat(changes.path("cancelled").asInt()).isEqualTo(1);
    }

    @Test
    void registrationsAreNarrowedAndOrdered() {
        register("salma");
        register("عُمر");
        register("hind");
        assertThat(names("")).containsExactly("Person salma", "Person عُمر", "Person hind");
        assertThat(names("?sort=-registeredAt")).containsExactly("Person hind", "Person عُمر", "Person salma");
        assertThat(names("?status=WAITLISTED")).containsExactly("Person hind");
        assertThat(names("?status=CANCELLED")).isEmpty();
        assertThat(names("?name=sal")).containsExactly("Person salma");
        assertThat(names("?name=%D8%B9%D9%85%D8%B1")).as("without tashkeel").containsExactly("Person عُمر");
        assertThat(names("?name=hin%20pers&status=WAITLISTED")).containsExactly("Person hind");
        assertThat(registrations("?status=GONE").status()).isEqualTo(422);
        assertThat(registrations("?sort=name").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "registrations"})
    void itIsForWhoRunsTheEvent(String what) {
        assertThat(get(TestTokens.person("nobody"), "/events/" + event + "/" + what)
                        .status())
                .isEqualTo(404);
        assertThat(get(OFFICER, "/events/" + event + "/" + what).status()).isEqualTo(200);
    }

    private void register(String person) {
        post(TestTokens.person(person), "/events/" + event + "/registrations", "{}")
                .expect(201);
    }

    private void cancel(String person, String id) {
        var token = TestTokens.person(person);
        var seat = get(token, "/registrations/" + id).expect(200);
        transition(token, seat, "/registrations/" + id + "/cancel", "").expect(200);
    }

    /** What comes by itself once a minute. */
    private void sweep() {
        ReflectionTestUtils.invokeMethod(context.getBean("fillSweeper"), "sweep");
    }

    private String day(int number) {
        var day = desk("").body().path("days").path(number);
        return day.path("day").asString("") + " " + day.path("confirmed").asInt() + "/"
                + day.path("capacity").asInt() + " " + day.path("waiting").asInt();
    }

    private Answer desk(String query) {
        return get(TestTokens.person(owner), "/events/" + event + "/desk" + query)
                .expect(200);
    }

    private Answer registrations(String query) {
        return get(TestTokens.person(owner), "/events/" + event + "/registrations" + query);
    }

    private List<String> names(String query) {
        return registrations(query)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(one -> one.path("personName").asString(""))
                .toList();
    }

    private static List<String> ids(Answer list) {
        return list.body()
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asString(""))
                .toList();
    }
}
