package ma.maydan.events.event;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.maydan.events.EventsIT;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** One workshop on many dates: made at once, changed and cancelled together, and each for itself. */
class SeriesIT extends EventsIT {

    private static final String REASON =
            "{\"reasonCode\":\"VENUE_UNAVAILABLE\",\"reasonText\":{\"fr\":\"Salle inondée\",\"ar\":\"القاعة مغلقة\"}}";

    @Autowired
    private SeriesStore series;

    @Autowired
    private SeriesDates dates;

    private final String owner = "series-" + UUID.randomUUID();
    private final String token = TestTokens.person(owner);
    private Answer draft;

    @BeforeEach
    void aDraft() {
        var host = tell(anOrganization().ownedBy(owner).with("viewer-" + owner, "VIEWER"));
        draft = post(token, "/events", eventBody(host.id(), 3)).expect(201);
    }

    @Test
    void aDraftTakesPlaceEachWeekAtItsHour() {
        var made = make("{\"everyWeeks\":2,\"times\":3}").expect(200);

        var all = series();
        assertThat(made.text("seriesId")).isEqualTo(draft.id());
        assertThat(all).hasSize(3).allMatch(date -> date.text("status").equals("DRAFT"));
        assertThat(all).extracting(date -> date.text("seriesId")).containsOnly(draft.id());
        var first = LocalDateTime.parse(draft.text("startsAtLocal"));
        assertThat(all)
                .extracting(date -> LocalDateTime.parse(date.text("startsAtLocal")))
                .containsExactly(first, first.plusWeeks(2), first.plusWeeks(4));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                Topics.messages("maydan.events", all.getLast().id()))
                        .hasSize(1));
        assertThat(make("{\"everyWeeks\":1,\"times\":2}").code()).isEqualTo("version-conflict");
        assertThat(put(made, "/series", "{\"everyWeeks\":1,\"times\":2}").code())
                .isEqualTo("series-already");
    }

    @Test
    void itIsForTheEditorsOfTheHostAndOfADraft() {
        for (var person : List.of("viewer-" + owner, "stranger", "other-host")) {
            var status = api(TestTokens.person(person))
                    .send(
                            "PUT",
                            "/api/v1/events/" + draft.id() + "/series",
                            "{\"everyWeeks\":1,\"times\":2}",
                            Map.of("If-Match", draft.eTag()))
                    .status();
            assertThat(status).as(person).isEqualTo(person.startsWith("viewer") ? 403 : 404);
        }
        var submitted = transition(token, draft, path(draft) + "/submit", "").expect(200);
        assertThat(put(submitted, "/series", "{\"everyWeeks\":1,\"times\":2}").code())
                .isEqualTo("no-draft");
        assertThat(transition(OFFICER, submitted, path(draft) + "/publish?dates=ALL", "")
                        .code())
                .isEqualTo("no-series");
        assertThat(transition(OFFICER, submitted, path(draft) + "/publish?dates=SOME", "")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void daysThatAreNoneAreRefusedAndMakeNothing() {
        Map.of(
                        "{}", "/everyWeeks",
                        "{\"everyWeeks\":1,\"times\":53}", "/times",
                        "{\"everyWeeks\":0,\"times\":2}", "/everyWeeks",
                        "{\"everyWeeks\":1,\"times\":2,\"days\":[\"2030-01-01\"]}", "/days",
                        "{\"days\":[]}", "/days",
                        "{\"days\":[\"2020-01-01\"]}", "/startsAtLocal",
                        "{\"days\":[\"soon\"]}", "/days/0")
                .forEach((body, pointer) -> {
                    var refused = make(body);
                    assertThat(refused.status()).as(body).isIn(400, 422);
                    assertThat(refused.at("/errors/0/pointer")).as(body).isEqualTo(pointer);
                });
        assertThat(get(token, path(draft)).body().has("seriesId")).isFalse();
        assertThat(series()).hasSize(1);
    }

    @Test
    void aChangeReachesThoseThatFollowAndWhatOneHasOfItsOwnStays() {
        var all = published(4);
        var own = put(all.get(2), "", body(all.get(2)).put("capacity", 9)).expect(200);
        assertThat(own.body().path("capacity").asInt()).isEqualTo(9);

        var changed = body(all.get(1)).put("capacity", 5);
        changed.set("title", Api.JSON.readTree("{\"ar\":\"آخر\",\"fr\":\"Autre\"}"));
        put(all.get(1), "?dates=FOLLOWING", changed).expect(200);

        var now = series();
        assertThat(now).extracting(date -> date.at("/title/fr")).containsExactly("Atelier", "Autre", "Autre", "Autre");
        assertThat(now).extracting(date -> date.body().path("capacity").asInt()).containsExactly(3, 5, 9, 5);
        assertThat(now)
                .extracting(date -> date.text("startsAt"))
                .isEqualTo(all.stream().map(date -> date.text("startsAt")).toList());
    }

    @Test
    void anotherHourWaitsForTheClusterAsOneProposalADateWhichItAcceptsTogether() {
        var all = published(3);
        var guest = register(all.get(1));
        var later = LocalDateTime.parse(all.getFirst().text("startsAtLocal")).plusHours(3);
        var body = body(all.getFirst())
                .put("startsAtLocal", later.toString())
                .put("endsAtLocal", later.plusHours(2).toString());

        var proposed = put(all.getFirst(), "?dates=ALL", body).expect(200);

        assertThat(series()).allMatch(date -> date.text("review").equals("CHANGE"));
        transition(OFFICER, proposed, path(proposed) + "/accept-change?dates=ALL", "")
                .expect(200);
        assertThat(series())
                .allMatch(
                        date -> LocalDateTime.parse(date.text("startsAtLocal")).getHour() == later.getHour());
        isTold(guest, "registration.confirmed", "event.moved");
        isTold(owner, "event.published", "event.change_accepted");
    }

    @Test
    void moreSeatsThanAreTakenStayWhereTheyAre() {
        var all = published(3);
        register(all.get(1));
        register(all.get(1));

        put(all.getFirst(), "?dates=ALL", body(all.getFirst()).put("capacity", 1))
                .expect(200);
        var proposed = get(token, path(all.getFirst()));
        transition(OFFICER, proposed, path(proposed) + "/accept-change?dates=ALL", "")
                .expect(200);

        assertThat(series())
                .extracting(date -> date.body().path("capacity").asInt())
                .containsExactly(1, 3, 1);
    }

    @Test
    void cancellingThoseThatFollowTellsEachPersonOncePerDateAndTheHostOnce() {
        var all = published(4);
        var guest = register(all.get(1));
        post(TestTokens.person(guest), path(all.get(2)) + "/registrations", "{}")
                .expect(201);
        post(TestTokens.person(guest), path(all.get(0)) + "/registrations", "{}")
                .expect(201);
        transition(token, all.get(2), path(all.get(2)) + "/cancel", REASON).expect(200);

        transition(token, all.get(1), path(all.get(1)) + "/cancel?dates=FOLLOWING", REASON)
                .expect(200);

        assertThat(series())
                .extracting(date -> date.text("status"))
                .containsExactly("PUBLISHED", "CANCELLED", "CANCELLED", "CANCELLED");
        isTold(
                guest,
                "registration.confirmed",
                "registration.confirmed",
                "registration.confirmed",
                "event.cancelled",
                "event.cancelled");
        isTold(owner, "event.published", "event.cancelled", "event.cancelled");
    }

    @Test
    void draftsAreDeletedTogether() {
        make("{\"days\":[\"" + LocalDate.now().plusYears(1) + "\"]}").expect(200);
        var all = series();

        api(token)
                .send(
                        "DELETE",
                        "/api/v1" + path(draft) + "?dates=ALL",
                        "",
                        Map.of("If-Match", all.getFirst().eTag()))
                .expect(204);

        assertThat(all).allMatch(date -> get(token, path(date)).status() == 404);
    }

    /** The dates of a series that somebody began to make or to change, and died. */
    @Test
    void whatAKilledProcessLeftIsDoneOnceByWhoComesNext() {
        var all = published(3);
        var body = body(all.getFirst());
        body.set("title", Api.JSON.readTree("{\"ar\":\"آخر\",\"fr\":\"Autre\"}"));
        var content = Api.JSON.treeToValue(body, EventRequest.class).content();
        var edit = new Series.Edit(
                LocalDateTime.parse(all.getFirst().text("startsAtLocal")), content, List.of("wording.title"));
        var rights = Series.Rights.of(new Actor(owner, false, false).with(MemberRole.OWNER), false);
        var which = new Series.Which(all.getFirst().id(), null);
        var step = new Series.Step(0, "EDIT", which, rights, null, edit, null);

        series.change(draft.id(), now -> now.with(step, clock.instant()));
        assertThat(series()).extracting(date -> date.at("/title/fr")).containsOnly("Atelier");
        clock.moveTo(clock.instant().plusSeconds(11));
        dates.sweep();
        assertThat(series()).extracting(date -> date.at("/title/fr")).containsOnly("Autre");

        var number = series.find(draft.id()).orElseThrow().steps();
        var first = series().getFirst();
        body.set("title", Api.JSON.readTree("{\"ar\":\"أخير\",\"fr\":\"Dernier\"}"));
        put(first, "?dates=ALL", body).expect(200);
        var versions = series().stream().map(Answer::version).toList();
        series.change(
                draft.id(),
                now -> new Series(
                        now.id(),
                        now.version() + 1,
                        now.steps(),
                        List.of(step.numbered(number)),
                        now.changedAt(),
                        true));
        clock.moveTo(clock.instant().plusSeconds(11));
        dates.sweep();

        assertThat(series())
                .as("a step that comes late")
                .extracting(Answer::version)
                .isEqualTo(versions);
        assertThat(series()).extracting(date -> date.at("/title/fr")).containsOnly("Dernier");
    }

    @Test
    void datesAreAddedAfterwardsAtTheHourOfTheOneTheyAreLike() {
        var all = published(2);
        var changed = body(all.getFirst()).put("zone", "Europe/Paris");
        var like = put(all.getFirst(), "", changed).expect(200);
        var paris = transition(OFFICER, like, path(like) + "/accept-change", "").expect(200);
        var winter = LocalDate.of(Year.now().getValue() + 1, 12, 15);
        var summer = LocalDate.of(Year.now().getValue() + 1, 7, 15);

        var added = add(token, paris, "[\"%s\",\"%s\",\"%s\"]".formatted(winter, summer, summer));

        added.expect(200);
        var now = series();
        assertThat(now)
                .extracting(date -> date.text("status"))
                .containsExactly("PUBLISHED", "PUBLISHED", "DRAFT", "DRAFT");
        var hour = LocalDateTime.parse(paris.text("startsAtLocal")).toLocalTime();
        assertThat(now.subList(2, 4))
                .extracting(date -> LocalDateTime.parse(date.text("startsAtLocal")))
                .containsExactly(summer.atTime(hour), winter.atTime(hour));
        assertThat(Instant.parse(now.get(2).text("startsAt")))
                .isEqualTo(summer.atTime(hour).minusHours(2).toInstant(ZoneOffset.UTC));
        assertThat(Instant.parse(now.get(3).text("startsAt")))
                .isEqualTo(winter.atTime(hour).minusHours(1).toInstant(ZoneOffset.UTC));
        assertThat(get(null, path(draft) + "/series").ids()).hasSize(2);

        var submitted = transition(token, now.get(2), path(now.get(2)) + "/submit?dates=ALL", "")
                .expect(200);
        transition(OFFICER, submitted, path(submitted) + "/publish?dates=ALL", "")
                .expect(200);
        assertThat(series()).extracting(date -> date.text("status")).containsOnly("PUBLISHED");
        var title = body(paris);
        title.set("title", Api.JSON.readTree("{\"ar\":\"آخر\",\"fr\":\"Autre\"}"));
        put(
                        series().get(1),
                        "?dates=ALL",
                        title.put("startsAtLocal", now.get(1).text("startsAtLocal"))
                                .put("endsAtLocal", now.get(1).text("endsAtLocal")))
                .expect(200);
        assertThat(series()).extracting(date -> date.at("/title/fr")).containsOnly("Autre");
    }

    @Test
    void datesAreAddedByEditorsOfTheHostOnDaysThatAreNoneYet() {
        var first = make("{\"everyWeeks\":1,\"times\":2}").expect(200);
        var day = LocalDate.now().plusYears(1);
        assertThat(add(TestTokens.person("viewer-" + owner), first, "[\"" + day + "\"]")
                        .status())
                .isEqualTo(403);
        assertThat(add(TestTokens.person("stranger"), first, "[\"" + day + "\"]")
                        .status())
                .isEqualTo(404);
        var own = LocalDateTime.parse(first.text("startsAtLocal")).toLocalDate();
        Map.of(
                        "[\"" + own.plusWeeks(1) + "\"]",
                        "/days date-already",
                        "[]",
                        "/days ",
                        "[\"2020-01-01\"]",
                        "/startsAtLocal in-the-past",
                        days(day, 51),
                        "/days too-many-dates")
                .forEach((days, wrong) -> {
                    var refused = add(token, first, days).expect(422);
                    assertThat(refused.at("/errors/0/pointer") + " " + refused.at("/errors/0/code"))
                            .startsWith(wrong);
                });
        var alone = post(token, "/events", eventBody(draft.text("hostOrganizationId"), 3))
                .expect(201);
        assertThat(add(token, alone, "[\"" + day + "\"]").code()).isEqualTo("no-series");
        assertThat(series()).hasSize(2);
    }

    @Test
    void ofManyWhoAddTheSameDayAtOnceOneDoesAndWhoComesAfterACrashMakesNoneTwice() {
        var first = make("{\"everyWeeks\":1,\"times\":2}").expect(200);
        var day = LocalDate.now().plusYears(1);

        var statuses = atOnce(IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(
                        one -> () -> add(token, first, "[\"" + day + "\"]").status())
                .toList());

        assertThat(statuses)
                .containsOnlyOnce(200)
                .allMatch(status -> List.of(200, 412, 422).contains(status));
        assertThat(series()).hasSize(3);
        var last = series.find(draft.id()).orElseThrow();
        var making = new Series.Making(
                Api.JSON.treeToValue(body(first), EventRequest.class).content(),
                null,
                List.of(day.plusDays(1).atTime(9, 0), day.plusDays(2).atTime(9, 0)));
        var step = new Series.Step(0, null, new Series.Which(first.id(), null), null, null, null, making);
        series.change(last.id(), now -> now.with(step, clock.instant()));
        clock.moveTo(clock.instant().plusSeconds(11));
        dates.sweep();
        var made = series();
        assertThat(made).hasSize(5);
        series.change(
                last.id(),
                now -> new Series(
                        now.id(),
                        now.version() + 1,
                        now.steps(),
                        List.of(step.numbered(now.steps())),
                        now.changedAt(),
                        true));
        clock.moveTo(clock.instant().plusSeconds(11));
        dates.sweep();
        assertThat(series()).hasSize(5);
    }

    private Answer add(String person, Answer of, String days) {
        return api(person)
                .send(
                        "POST",
                        "/api/v1" + path(of) + "/series/dates",
                        "{\"days\":" + days + "}",
                        Map.of("If-Match", of.eTag()));
    }

    private static String days(LocalDate from, int many) {
        return from.datesUntil(from.plusDays(many))
                .map(day -> "\"" + day + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void stepsThatComeAtOnceAreTakenInOneOrderByAllDates() {
        var all = published(4);
        atOnce(all.stream()
                .<Callable<Integer>>map(date -> () -> {
                    var body = body(date);
                    body.set("title", Api.JSON.readTree("{\"ar\":\"نص\",\"fr\":\"De " + date.id() + "\"}"));
                    return put(date, "?dates=ALL", body).status();
                })
                .toList());

        clock.moveTo(clock.instant().plusSeconds(11));
        dates.sweep();

        assertThat(series().stream().map(date -> date.at("/title/fr")).distinct())
                .hasSize(1);
        assertThat(series.find(draft.id()).orElseThrow().open()).isEmpty();
    }

    private Answer make(String body) {
        return put(draft, "/series", body);
    }

    private Answer put(Answer of, String more, Object body) {
        return api(token).send("PUT", "/api/v1" + path(of) + more, body.toString(), Map.of("If-Match", of.eTag()));
    }

    /** So many dates, weekly, published together. */
    private List<Answer> published(int times) {
        var made = make("{\"everyWeeks\":1,\"times\":" + times + "}").expect(200);
        var submitted =
                transition(token, made, path(made) + "/submit?dates=ALL", "").expect(200);
        transition(OFFICER, submitted, path(made) + "/publish?dates=ALL", "").expect(200);
        var all = series();
        assertThat(all).extracting(date -> date.text("status")).containsOnly("PUBLISHED");
        return all;
    }

    private List<Answer> series() {
        return get(token, path(draft) + "/series").ids().stream()
                .map(id -> get(token, "/events/" + id))
                .toList();
    }

    private static String path(Answer event) {
        return "/events/" + event.id();
    }

    private static ObjectNode body(Answer event) {
        var body = (ObjectNode) Api.JSON.readTree(eventBody(event.text("hostOrganizationId"), 3));
        return body.put("startsAtLocal", event.text("startsAtLocal")).put("endsAtLocal", event.text("endsAtLocal"));
    }

    private String register(Answer event) {
        var guest = "guest-" + UUID.randomUUID();
        post(TestTokens.person(guest), path(event) + "/registrations", "{}").expect(201);
        return guest;
    }
}
