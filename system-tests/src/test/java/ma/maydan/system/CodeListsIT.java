package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.maydan.system.words.Bundle;
import ma.maydan.testkit.api.OpenApiDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The portal's lists of codes are those of the services: what forms offer, and what pages have words for. */
class CodeListsIT {

    /** What a form offers to admins alone. */
    private static final String FOR_ADMINS = "CLUSTER";

    private final Portal portal = Portal.running();

    @ParameterizedTest
    @CsvSource({
        "events, events, kind format region languages sectors audience guests",
        "incubators, organizations, kinds region sectors stage entityStatus visibility",
        "incubators, programs, kind mode languages sectors",
        "partners, partnerships, lever type"
    })
    void aFormOffersTheCodesThatItsServiceTakes(String service, String address, String fields) throws IOException {
        var page = page("/en/" + address + "/new");
        var sent = at(service, "/paths/~1api~1v1~1" + address + "/post/requestBody/content/application~1json/schema");
        for (var field : fields.split(" ", -1)) {
            var schema = property(service, sent, field);
            var offered = offered(page, field);
            if (schema.has("pattern")) {
                assertThat(offered).as(field).hasSize(12).allMatch(code -> code.matches(text(schema, "pattern")));
            } else {
                var taken = new TreeSet<>(codes(schema));
                taken.remove(FOR_ADMINS);
                assertThat(offered).as(field).isNotEmpty().isEqualTo(taken);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "events, events, get/responses/200, status, event.status",
        "events, events, get/responses/200, kind, event.kind",
        "events, events, get/responses/200, format, event.format",
        "events, events, get/responses/200, audience, event.audience",
        "events, events, get/responses/200, guests, event.guests",
        "incubators, organizations, get/responses/200, registrationStatus, organization.status",
        "incubators, organizations, get/responses/200, kinds, organization.kind",
        "incubators, organizations, get/responses/200, stage, organization.stage",
        "incubators, organizations, get/responses/200, entityStatus, organization.entityStatus",
        "incubators, organizations, get/responses/200, visibility, organization.visibility",
        "incubators, imports, get/responses/200, status, import.status",
        "incubators, programs, get/responses/200, status, program.status",
        "incubators, programs, get/responses/200, sectors, sector",
        "partners, partnerships, get/responses/200, status, partnership.status",
        "events, events, ~1cancel/post/requestBody, reasonCode, reason",
        "incubators, organizations, ~1suspend/post/requestBody, reasonCode, reason",
        "partners, partnerships, ~1reject/post/requestBody, reasonCode, reason"
    })
    void aPageHasWordsForEveryCodeOfAService(
            String service, String address, String operation, String field, String words) {
        var path = operation.startsWith("~") ? operation : "/" + operation;
        var schema =
                at(service, "/paths/~1api~1v1~1" + address + "~1{id}" + path + "/content/application~1json/schema");
        var texts = Bundle.ofPages("en").keySet();

        assertThat(codes(property(service, schema, field)))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(texts).contains(words + "." + code));
    }

    @ParameterizedTest
    @CsvSource({
        "incubators, verification-cases, organizations, status",
        "incubators, verification-cases, organizations, assigned",
        "incubators, program-reviews, programs, kind",
        "events, event-reviews, events, kind",
        "events, event-reviews, events, review",
        "partners, partnership-reviews, partnerships, type"
    })
    void aTableOffersTheChoicesAndOrdersThatItsServiceTakes(String service, String path, String address, String filter)
            throws IOException {
        var page = page("/en/reviews/" + address, "officer");
        var taken = new TreeMap<String, List<String>>();
        at(service, "/paths/~1api~1v1~1" + path + "/get/parameters")
                .forEach(parameter ->
                        taken.put(text(parameter, "name"), codes(resolved(service, parameter.path("schema")))));
        // What was never submitted waits for nobody.
        var choices = new TreeSet<>(taken.getOrDefault(filter, List.of()));
        choices.remove("DRAFT");
        assertThat(offered(page, filter)).isNotEmpty().isEqualTo(choices);
        // The usual order needs no name.
        assertThat(taken.get("sort"))
                .containsAll(offered(page, "sort"))
                .hasSize(offered(page, "sort").size() + 1);
    }

    private String page(String path) throws IOException {
        return page(path, "incubator");
    }

    private String page(String path, String user) throws IOException {
        var headers = List.of(
                "Host: localhost",
                "Accept: text/html",
                "Authorization: Bearer " + portal.tokenOf(user),
                "Connection: close");
        var answer = new RawRequest("GET", path, headers, "").sentTo(URI.create(portal.gateway()));
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** The options of a choice, or the boxes of several. */
    private static TreeSet<String> offered(String page, String field) {
        var named = "[^>]*\\bname=\"" + field + "\"[^>]*>";
        var choice = Pattern.compile("(?s)<select" + named + ".*?</select>").matcher(page);
        var options = choice.find()
                ? Pattern.compile("<option[^>]*>").matcher(choice.group())
                : Pattern.compile("<input" + named).matcher(page);
        var codes = new TreeSet<String>();
        options.results()
                .map(tag -> tag.group().replaceFirst("(?s).*\\bvalue=\"([^\"]*)\".*", "$1"))
                .filter(code -> !code.isEmpty())
                .forEach(codes::add);
        return codes;
    }

    private JsonNode at(String service, String pointer) {
        return OpenApiDocument.at(portal.gateway() + "/openapi/" + service)
                .json()
                .at(pointer);
    }

    private JsonNode property(String service, JsonNode schema, String name) {
        return resolved(service, resolved(service, schema).path("properties").path(name));
    }

    /** Behind references, and within a list. */
    private JsonNode resolved(String service, JsonNode schema) {
        var reference = text(schema, "$ref");
        if (!reference.isEmpty()) {
            return resolved(service, at(service, reference.substring(1)));
        }
        return schema.has("items") ? resolved(service, schema.path("items")) : schema;
    }

    private static List<String> codes(JsonNode schema) {
        return Stream.of(schema.path("enum"), schema.at("/anyOf/0/enum"), schema.at("/oneOf/0/enum"))
                .flatMap(JsonNode::valueStream)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
