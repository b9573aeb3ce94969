package ma.maydan.incubators.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.maydan.incubators.Service;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.search.SearchText;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.ReasonCode;
import ma.maydan.starter.vocabulary.Sector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people find in a register of twelve organizations, one of them hidden, and how many there are. */
class DirectoryIT {

    private static final Paging ALL = new Paging(null, 100, "any");
    private static final Set<Showing.Visibility> EVERYBODY = Set.of(Showing.Visibility.PUBLIC);
    private static final Instant NOW = Instant.parse("2026-11-01T09:00:00Z");

    private static OrganizationStore store;
    private static DirectoryFigures figures;

    @BeforeAll
    static void register() {
        var database = Service.bean(MongoClient.class)
                .getDatabase("directory_" + UUID.randomUUID().toString().substring(0, 8));
        store = new OrganizationStore(database, Service.bean(Outbox.class), 5);
        figures = new DirectoryFigures(store, Service.bean(Clock.class), Duration.ZERO);
        lines("directory.txt").forEach(one -> insert(one, Showing.Visibility.PUBLIC));
        insert(
                "hidden|مخفية|Cachée|Hidden|Zellige caché|Hidden|مخفي|STARTUP|FINTECH|MA-06".split("\\|", -1),
                Showing.Visibility.STEALTH);
    }

    @Test
    void eachQueryFindsFirstWhomItShould() {
        var wrong = new ArrayList<String>();
        var queries = lines("directory-queries.txt").toList();
        for (var query : queries) {
            var found = page(SearchText.parse(query[0]), DirectoryFacets.NONE, null);
            if (found.isEmpty() || !found.getFirst().equals(query[1])) {
                wrong.add(query[0] + " finds " + found + " and not " + query[1]);
            }
        }
        assertThat(queries).hasSizeGreaterThanOrEqualTo(60);
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoHidesItselfIsNeitherFoundNorCounted() {
        assertThat(page(SearchText.parse("cachée"), DirectoryFacets.NONE, null)).doesNotContain("hidden");
        assertThat(page(null, DirectoryFacets.NONE, null)).hasSize(12).doesNotContain("hidden");
        assertThat(figures.of(DirectoryFacets.NONE, EVERYBODY).count()).isEqualTo(12);
        assertThat(figures.of(DirectoryFacets.NONE, Set.of(Showing.Visibility.values()))
                        .count())
                .isEqualTo(13);
    }

    @Test
    void theNumberBesideEachChoiceIsThatOfTheListThatItLeadsTo() {
        for (var asked : List.of(
                DirectoryFacets.NONE,
                new DirectoryFacets(OrganizationKind.STARTUP, null, null, null, false),
                new DirectoryFacets(null, Sector.FINTECH, null, "MA-06", false))) {
            var counted = figures.of(asked, EVERYBODY);
            assertThat(counted.count()).isEqualTo(page(null, asked, null).size());
            counted.kinds()
                    .forEach((kind, number) -> assertThat(page(
                                    null, new DirectoryFacets(kind, asked.sector(), null, asked.region(), false), null))
                            .as("%s beside %s", kind, asked)
                            .hasSize(Math.toIntExact(number)));
            counted.sectors()
                    .forEach((sector, number) -> assertThat(page(
                                    null, new DirectoryFacets(asked.kind(), sector, null, asked.region(), false), null))
                            .as("%s beside %s", sector, asked)
                            .hasSize(Math.toIntExact(number)));
            counted.regions()
                    .forEach((region, number) -> assertThat(page(
                                    null, new DirectoryFacets(asked.kind(), asked.sector(), null, region, false), null))
                            .as("%s beside %s", region, asked)
                            .hasSize(Math.toIntExact(number)));
        }
        assertThat(figures.of(DirectoryFacets.NONE, EVERYBODY).regions())
                .isEqualTo(Map.of(
                        "MA-01", 2L, "MA-04", 1L, "MA-06", 4L, "MA-07", 1L, "MA-08", 2L, "MA-09", 1L, "MA-11", 1L));
    }

    @Test
    void whoseStandingChangesIsCountedAtOnce() {
        var admin = new Actor("admin", true, true);
        var before = figures.of(DirectoryFacets.NONE, EVERYBODY);
        var one = store.directory()
                .page(new DirectoryStore.Asked(null, DirectoryFacets.NONE, null, null), EVERYBODY, ALL)
                .items()
                .getFirst();
        var reason = new Reason(ReasonCode.OTHER, LocalizedText.of("سبب", "Une raison", "A reason"));

        var suspended = store.update(one.suspend(admin, Instant.now(), reason));
        assertThat(figures.of(DirectoryFacets.NONE, EVERYBODY).count()).isEqualTo(before.count() - 1);
        store.update(ProfileChanges.showPartner(suspended, true, Instant.now()));
        assertThat(figures.of(DirectoryFacets.NONE, EVERYBODY).partners()).isEqualTo(before.partners());

        var other = new Actor("another admin", true, true);
        store.update(store.find(one.id()).orElseThrow().reinstate(other, Instant.now(), null));
        assertThat(figures.of(DirectoryFacets.NONE, EVERYBODY).count()).isEqualTo(before.count());
        assertThat(figures.of(DirectoryFacets.NONE, EVERYBODY).partners()).isEqualTo(before.partners() + 1);
        store.update(ProfileChanges.showPartner(store.find(one.id()).orElseThrow(), false, Instant.now()));
    }

    @Test
    void theListIsInTheOrderOfTheNamesToo() {
        assertThat(page(null, DirectoryFacets.NONE, "slug")).isSorted().hasSize(12);
        assertThat(page(null, new DirectoryFacets(null, Sector.FINTECH, null, null, false), "-slug"))
                .containsExactly("zellige", "jbel", "atlas");
    }

    private static List<String> page(@Nullable SearchText text, DirectoryFacets facets, @Nullable String sort) {
        return store
                .directory()
                .page(new DirectoryStore.Asked(text, facets, sort, null), EVERYBODY, ALL)
                .items()
                .stream()
                .map(organization -> organization.entry().slug())
                .toList();
    }

    private static void insert(String[] line, Showing.Visibility visibility) {
        var owner = new Actor("owner-" + line[0], false, false);
        var profile = new OrganizationProfile(
                LocalizedText.of(line[1], line[2], line[3]),
                LocalizedText.of(line[6], line[4], line[5]),
                new Activity(
                        values(line[7]).map(OrganizationKind::valueOf).toList(),
                        values(line[8]).map(Sector::valueOf).toList(),
                        null,
                        null,
                        Activity.EntityStatus.ACTIVE),
                new Identifiers("%015d".formatted(Math.abs(line[0].hashCode()) + 1L), List.of()),
                line[9],
                new Reach(null, null, null, List.of()),
                new Showing(visibility, null));
        var verified = Verified.of(UUID.randomUUID().toString(), line[0], profile, owner, NOW);
        store.insert(Organization.change(verified, "organization.created"), owner.requirePersonId());
    }

    private static Stream<String> values(String list) {
        return Stream.of(list.split(",", -1)).filter(value -> !value.isEmpty());
    }

    private static Stream<String[]> lines(String file) {
        try (var in = Objects.requireNonNull(DirectoryIT.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
