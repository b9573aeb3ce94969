package ma.maydan.incubators.organization;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.incubators.Flows;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationIT {

    private static final String PATH = "/api/v1/organizations";

    private final String owner = Flows.newPerson();

    @Test
    void aDraftIsForItsMembersAndTheStaff() {
        var draft = Flows.draft(owner, "STARTUP");
        var path = PATH + "/" + draft.id();
        for (var stranger : List.of(API, API.person("stranger"), machine())) {
            assertThat(stranger.get(path).status()).isEqualTo(404);
        }
        API.officer("officer").get(path).expect(200);
        assertThat(API.person("stranger")
                        .put(path, Flows.organization("STARTUP"), 1)
                        .status())
                .isEqualTo(404);
        assertThat(API.person("stranger")
                        .post(path + "/submit", Flows.declaration(), 1)
                        .status())
                .isEqualTo(404);
        assertThat(API.officer("officer")
                        .post(path + "/submit", Flows.declaration(), 1)
                        .status())
                .isEqualTo(403);
        assertThat(API.officer("officer")
                        .put(path, Flows.organization("STARTUP"), 1)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aPersonFindsTheirOrganizationsInAnyState() {
        var draft = Flows.draft(owner, "STARTUP");
        var verified = Flows.verified(owner, "INCUBATOR");
        assertThat(API.person(owner).get("/api/v1/me/organizations").ids()).containsExactly(verified.id(), draft.id());
        assertThat(API.person("stranger").get("/api/v1/me/organizations").ids()).isEmpty();
        assertThat(API.get("/api/v1/me/organizations").status()).isEqualTo(401);
        assertThat(machine().get("/api/v1/me/organizations").status()).isEqualTo(403);
    }

    @Test
    void thePublicFindsVerifiedOrganizationsByKindAndRegion() {
        var oriental = Flows.organization("INCUBATOR", "UNIVERSITY");
        oriental.put("region", "MA-02");
        var taken = Flows.underReview(owner, oriental);
        API.admin("admin")
                .post(PATH + "/" + taken.id() + "/verify", taken.version())
                .expect(200);
        var elsewhere = Flows.verified(owner, "UNIVERSITY");

        assertThat(API.get(PATH + "?kind=UNIVERSITY&region=MA-02&limit=100").ids())
                .contains(taken.id())
                .doesNotContain(elsewhere.id());
        assertThat(machine().get(PATH + "?kind=UNIVERSITY&limit=100").ids()).contains(taken.id(), elsewhere.id());
        assertThat(API.get(PATH + "?kind=MEDIA&region=MA-02").ids()).isEmpty();
    }

    @Test
    void aListIsReadPageByPageWithoutGapsOrRepetitions() {
        var all = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            all.addFirst(Flows.draft(owner, "STARTUP").id());
        }
        var read = new ArrayList<String>();
        var path = "/api/v1/me/organizations?limit=2";
        for (String cursor = ""; cursor != null; ) {
            var page = API.person(owner)
                    .get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .expect(200);
            read.addAll(page.ids());
            cursor = page.body().has("nextCursor") ? page.text("nextCursor") : null;
        }
        assertThat(read).containsExactlyElementsOf(all);
    }

    @Test
    void theIceMayWaitUntilTheSubmission() {
        var body = Flows.organization("STARTUP");
        body.remove("ice");
        body.put("website", " ");
        body.put("phone", "\u200f");
        var draft = API.person(owner).create(PATH, body).expect(201);
        assertThat(draft.body().has("ice")).isFalse();
        assertThat(draft.body().has("website")).isFalse();
        assertThat(draft.body().has("phone")).isFalse();

        var refused = API.person(owner).post(PATH + "/" + draft.id() + "/submit", Flows.declaration(), draft.version());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/ice");
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("required");
    }

    @Test
    void anEditReplacesTheProfileOfADraftAlone() {
        var draft = Flows.draft(owner, "STARTUP");
        var path = PATH + "/" + draft.id();
        var changed = Flows.organization("SME");
        changed.put("description", Map.of("en", "What we do"));
        changed.put("website", "https://demo.example.test:8443/ar?x=1#y");
        var edited = API.person(owner).put(path, changed, draft.version()).expect(200);
        assertThat(edited.version()).isEqualTo(2);
        assertThat(edited.body().path("kinds").path(0).asString()).isEqualTo("SME");
        var without = new HashMap<>(changed);
        without.remove("website");
        edited = API.person(owner).put(path, without, edited.version()).expect(200);
        assertThat(API.person(owner).get(path).body().has("website")).isFalse();

        var submitted = Flows.submitted(API.person(owner), edited);
        var tooLate = API.person(owner).put(path, changed, submitted.version());
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.code()).isEqualTo("invalid-transition");
    }

    @Test
    void aWriteNeedsTheVersionThatItChanges() {
        var draft = Flows.draft(owner, "STARTUP");
        var path = PATH + "/" + draft.id();
        assertThat(API.person(owner)
                        .send("POST", path + "/submit", Flows.declaration(), Map.of())
                        .status())
                .isEqualTo(428);
        assertThat(API.person(owner)
                        .post(path + "/submit", Flows.declaration(), 7)
                        .status())
                .isEqualTo(412);
        assertThat(API.person(owner)
                        .send("POST", path + "/submit", Flows.declaration(), Map.of("If-Match", "7"))
                        .code())
                .isEqualTo("malformed-condition");
    }

    @Test
    void aRepeatedCreationAnswersTheSameAndCreatesOnce() {
        var body = Flows.organization("STARTUP");
        var key = UUID.randomUUID().toString();
        var first = API.person(owner).create(PATH, body, key).expect(201);
        var second = API.person(owner).create(PATH, body, key).expect(201);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(API.person(owner).get("/api/v1/me/organizations").ids()).hasSize(1);
        assertThat(API.person(owner)
                        .create(PATH, Flows.organization("SME"), key)
                        .code())
                .isEqualTo("idempotency-key-reused");
        assertThat(API.person(owner).send("POST", PATH, "{}", Map.of()).code()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void organizationsOfOneNameGetSlugsOfTheirOwn() {
        var body = Flows.organization("STARTUP");
        body.put("legalName", Map.of("ar", "دار المقاولات " + UUID.randomUUID()));
        var slugs = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            slugs.add(
                    API.person(Flows.newPerson()).create(PATH, body).expect(201).text("slug"));
        }
        assertThat(slugs).doesNotHaveDuplicates();
        assertThat(slugs.getFirst()).startsWith("دار-المقاولات-");
        assertThat(slugs.get(1)).isEqualTo(slugs.getFirst() + "-2");
    }

    @Test
    void whatIsNotValidIsToldInTheOrderOfTheFormAndInTheCallersLanguage() {
        var body = Flows.organization("STARTUP");
        body.put("region", null);
        body.put("ice", "123");
        body.put("kinds", List.of());
        body.put("legalName", Map.of());

        var refused = API.person(owner).in("fr").create(PATH, body);

        assertThat(refused.body().path("errors").valueStream())
                .extracting(error -> error.path("pointer").asString())
                .containsExactly("/legalName", "/kinds", "/ice", "/region");
        assertThat(refused.body().path("errors").valueStream())
                .extracting(error -> error.path("detail").asString())
                .contains("Faites au moins un choix.", "Cette information est obligatoire.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "legalName   | {}                                   | /legalName   | given",
                "legalName   | {\"fr\": \"  \"}                     | /legalName   | given",
                "legalName   | null                                 | /legalName   | given",
                "legalName   | \"Démo\"                             | /legalName   | invalid-value",
                "legalName   | {\"de\": \"Demo\"}                   | /legalName/de | unknown-field",
                "legalName   | {\"fr\": 7}                          | /legalName/fr | invalid-value",
                "legalName   | {\"fr\": [\"x\"]}                    | /legalName/fr | invalid-value",
                "kinds       | []                                   | /kinds       | not-empty",
                "kinds       | null                                 | /kinds       | not-empty",
                "kinds       | [null]                               | /kinds/0     | not-null",
                "kinds       | [\"GARAGE\"]                         | /kinds/0     | invalid-value",
                "kinds       | [1]                                  | /kinds/0     | invalid-value",
                "kinds       | \"STARTUP\"                          | /kinds       | invalid-value",
                "ice         | \"000000000000000\"                  | /ice         | pattern",
                "ice         | \"12345678901234\"                   | /ice         | pattern",
                "ice         | \"1234567890123456\"                 | /ice         | pattern",
                "ice         | 123456789012345                      | /ice         | invalid-value",
                "region      | null                                 | /region      | not-null",
                "region      | \"MA-13\"                            | /region      | pattern",
                "region      | \"\"                                 | /region      | pattern",
                "website     | \"javascript:alert(1)\"              | /website     | pattern",
                "website     | \"https://\"                         | /website     | pattern",
                "website     | \"https://a.test:65536/\"            | /website     | pattern",
                "website     | \"https://a.test/\\\"><script>\"     | /website     | pattern",
                "phone       | \"0522\"                             | /phone       | pattern",
                "phone       | \"05 22 00 00 00 ext. 1\"            | /phone       | pattern",
                "phone       | 522000000                            | /phone       | invalid-value",
                "partner     | true                                 | /partner     | unknown-field",
                "registrationStatus | \"VERIFIED\"                  | /registrationStatus | unknown-field",
            })
    void whatIsNotValidIsNamedWithItsPlace(String member, String value, String pointer, String code) {
        var body = Flows.organization("STARTUP");
        body.put(member, Api.JSON.readTree(value));
        var refused = API.person(owner).create(PATH, body);
        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("validation-failed");
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(refused.body().at("/errors/0/detail").asString()).isNotBlank();
    }

    @Test
    void anIceIsReadAsItWasMeant() {
        var body = Flows.organization("STARTUP");
        body.put("ice", "\u202d٠٠١ ٢٣٤\u00a0567 000 ٠٨٩\u200f");
        body.put("website", " https://demo.test/\u200b ");
        body.put("phone", "٠٥ 22-00.00/00\u200f");
        var read = API.person(owner).create(PATH, body).expect(201).body();
        assertThat(read.path("ice").asString()).isEqualTo("001234567000089");
        assertThat(read.path("website").asString()).isEqualTo("https://demo.test/");
        assertThat(read.path("phone").asString()).isEqualTo("+212522000000");
    }

    @Test
    void aNameOfTwoHundredCharactersIsThatLongWhateverTheyAreMadeOf() {
        var body = Flows.organization("STARTUP");
        var family = "👨\u200d👩\u200d👧\u200d👦";
        body.put("legalName", Map.of("fr", "a" + family.repeat(199)));
        API.person(owner).create(PATH, body).expect(201);
        body.put("legalName", Map.of("fr", "a" + family.repeat(200)));
        assertThat(API.person(owner)
                        .create(PATH, body)
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("too-many-characters");
    }

    @Test
    void aNameIsOneLineAndADescriptionMayHaveSeveral() {
        var body = Flows.organization("STARTUP");
        body.put("legalName", Map.of("fr", "a\r\nb", "en", " \u200b "));
        body.put("description", Map.of("fr", "\ufeffa\r\nb\rc \u200b"));
        var refused = API.person(owner).create(PATH, body);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/legalName/fr");
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("line-break");
        assertThat(refused.body().path("errors")).hasSize(1);
        body.put("legalName", Map.of("fr", " می\u200cخواهم 👩\u200d🚀 ❤\ufe0f\u200b"));
        var created = API.person(owner).create(PATH, body).expect(201).body();
        assertThat(created.at("/legalName/fr").asString()).isEqualTo("می\u200cخواهم 👩\u200d🚀 ❤\ufe0f");
        assertThat(created.at("/description/fr").asString()).isEqualTo("a\nb\nc");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        var body = Flows.organization("STARTUP");
        body.put("legalName", Map.of("fr", "x".repeat(201)));
        body.put("description", Map.of("fr", "x".repeat(4001)));
        body.put("website", "https://demo.test/" + "x".repeat(300));
        body.put("kinds", java.util.Collections.nCopies(13, "STARTUP"));
        var refused = API.person(owner).create(PATH, body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("pointer").asString()))
                .containsExactlyInAnyOrder("/legalName/fr", "/description/fr", "/website", "/kinds");
    }

    @Test
    void whyAnIceIsRefusedIsSaidInTheCallersLanguage() {
        var body = Flows.organization("STARTUP");
        body.put("ice", "1");
        assertThat(detail(API.person(owner).in("fr").create(PATH, body))).contains("15 chiffres");
        assertThat(detail(API.person(owner).in("ar-MA").create(PATH, body))).contains("15 رقما");
        assertThat(detail(API.person(owner).in("en").create(PATH, body))).contains("15 digits");
        assertThat(detail(API.person(owner).in("de").create(PATH, body))).contains("15 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "null", "[]", "\"x\"", "{\"legalName\": \"\\ud800\"", "{\"a\":1}{"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        var refused = API.person(owner).create(PATH, body);
        assertThat(refused.status()).as("%s", refused.body()).isIn(400, 422);
        assertThat(refused.code()).isIn("malformed-json", "validation-failed");
    }

    @Test
    void aStrangeTextIsKeptOrRefusedAndNeverAnError() {
        for (var text : List.of("a\\u0000b", "\\ud800", "x\\udc00y", "\\uffff", "$where", "a.b", "\\ud83d\\ude80")) {
            var body = """
                {"legalName": {"fr": "%s"}, "kinds": ["SME"], "region": "MA-01"}\
                """.formatted(text);
            var answer = API.person(owner).create(PATH, body);
            assertThat(answer.status()).as("%s: %s", text, answer.body()).isIn(201, 400, 422);
            if (answer.status() == 201) {
                API.person(owner).get(PATH + "/" + answer.id()).expect(200);
            }
        }
        API.person(owner).get("/api/v1/me/organizations").expect(200);
    }

    @Test
    void aBodyOfTwoMegabytesIsTooLarge() {
        var body = Flows.organization("STARTUP");
        body.put("description", Map.of("fr", "x".repeat(2_000_000)));
        assertThat(API.person(owner).create(PATH, body).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void aBodyThatIsNotJsonIsRefused(String type) {
        var answer = API.person(owner).send("POST", PATH, "<x/>", Map.of("Content-Type", type, "Idempotency-Key", "k"));
        assertThat(answer.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "?kind=GARAGE, 422, validation-failed",
        "?region=06, 422, validation-failed",
        "?limit=0, 422, validation-failed",
        "?limit=101, 422, validation-failed",
        "?limit=x, 422, validation-failed",
        "?cursor=x, 400, invalid-cursor",
        "?cursor=eAp5, 400, invalid-cursor",
        "?cursor=%00, 400, invalid-cursor",
        "?name=x, 400, unknown-parameter",
        "?kind=STARTUP&kid=1, 400, unknown-parameter",
    })
    void aQueryThatMakesNoSenseIsRefused(String query, int status, String code) {
        var refused = API.get(PATH + query);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "/%7B%7D", "/$ne", "/me", "/x/submit/y", "/x/approve"})
    void whatIsNotThereIsNotFound(String path) {
        var answer = API.person(owner).get(PATH + path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%2520b", "/..%3B"})
    void anAddressThatHidesSignsIsRefused(String path) {
        var answer = API.person(owner).get(PATH + path);
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aTokenThatIsNotOursLetsNobodyIn() {
        TestTokens.unacceptable().forEach((what, token) -> {
            for (var path : List.of(PATH, "/api/v1/me/organizations", "/api/v1/verification-cases")) {
                var answer = API.bearer(token).get(path);
                assertThat(answer.status()).as(what).isEqualTo(401);
                assertThat(answer.code()).isEqualTo("unauthorized");
            }
        });
    }

    @Test
    void aMachineReadsWhatItsScopeNamesAndWritesNothing() {
        assertThat(machine().get(PATH).status()).isEqualTo(200);
        var refused = API.machine("events.read").get(PATH);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("insufficient-scope");
        assertThat(machine().create(PATH, Flows.organization("STARTUP")).status())
                .isEqualTo(403);
        assertThat(API.create(PATH, Flows.organization("STARTUP")).status()).isEqualTo(401);
    }

    @Test
    void nobodyGivesThemselvesARoleByAScopeOfTheirOwn() {
        var partner = API.machine("registry.organizations.read mnc-admin");
        assertThat(partner.get("/api/v1/verification-cases").status()).isEqualTo(403);
    }

    private static Api machine() {
        return API.machine("registry.organizations.read");
    }

    private static String detail(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().at("/errors/0/detail").asString();
    }
}
