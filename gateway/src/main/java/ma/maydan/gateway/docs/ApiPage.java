package ma.maydan.gateway.docs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ma.maydan.gateway.refusal.Language;
import ma.maydan.gateway.route.Upstream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** Renders the documents without a script, so that the content security policy stays as strict as elsewhere. */
final class ApiPage {

    private static final String BODY = "application/json";

    private final StringBuilder html = new StringBuilder(64 * 1024);
    private final ResourceBundle texts;
    private final Language language;

    ApiPage(Language language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle("pages", Locale.of(language.code()));
    }

    /** @param documents by service; a service that does not answer has null */
    String render(Map<Upstream, @Nullable JsonNode> documents) {
        var title = text("docs.title");
        html.append("<!doctype html><html lang=\"").append(language.code()).append("\" dir=\"");
        html.append(language.direction()).append("\"><head><meta charset=\"utf-8\">");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.append("<meta name=\"color-scheme\" content=\"light dark\"><title>")
                .append(title)
                .append(" · ");
        html.append(text("brand")).append("</title><link rel=\"stylesheet\" href=\"/-/gateway.css\"></head><body>");
        html.append("<div class=\"docs\"><header><p class=\"brand\"><a href=\"/")
                .append(language.code());
        html.append("/\">")
                .append(text("brand"))
                .append("</a></p><h1>")
                .append(title)
                .append("</h1><p>");
        html.append(text("docs.intro")).append("</p><nav><ul>");
        documents.keySet().forEach(this::entry);
        for (var other : Language.values()) {
            html.append("<li><a href=\"?lang=")
                    .append(other.code())
                    .append("\" lang=\"")
                    .append(other.code());
            html.append("\">").append(ownName(other)).append("</a></li>");
        }
        html.append("</ul></nav></header><main>");
        documents.forEach(this::service);
        return html.append("</main></div></body></html>").toString();
    }

    private static String ownName(Language language) {
        return switch (language) {
            case AR -> "العربية";
            case FR -> "Français";
            case EN -> "English";
        };
    }

    private void entry(Upstream service) {
        html.append("<li><a href=\"#").append(service.code()).append("\"><bdi>").append(service.code());
        html.append("-service</bdi></a></li>");
    }

    private void service(Upstream service, @Nullable JsonNode document) {
        html.append("<section id=\"")
                .append(service.code())
                .append("\"><h2><bdi>")
                .append(service.code());
        html.append("-service</bdi></h2>");
        if (document == null) {
            html.append("<p>").append(text("docs.away")).append("</p></section>");
            return;
        }
        html.append("<p><a href=\"/openapi/")
                .append(service.code())
                .append("\">")
                .append(text("docs.download"));
        html.append("</a></p>");
        for (var path : new TreeMap<>(properties(document.path("paths"))).entrySet()) {
            for (var operation : properties(path.getValue()).entrySet()) {
                operation(operation.getKey(), path.getKey(), operation.getValue());
            }
        }
        html.append("<h3>").append(text("docs.schemas")).append("</h3>");
        new TreeMap<>(properties(document.path("components").path("schemas")))
                .forEach((name, schema) -> schema(service.code(), name, schema));
        html.append("</section>");
    }

    private void operation(String method, String path, JsonNode operation) {
        html.append("<details><summary dir=\"ltr\"><span class=\"method\">")
                .append(escaped(method.toUpperCase(Locale.ROOT)));
        html.append("</span> <code>").append(escaped(path)).append("</code> <span class=\"quiet\" lang=\"en\">");
        html.append(escaped(operation.path("summary").asString(""))).append("</span></summary><div>");
        var description = operation.path("description").asString("");
        if (!description.isEmpty()) {
            html.append("<p lang=\"en\" dir=\"ltr\">")
                    .append(escaped(description))
                    .append("</p>");
        }
        parameters(method.toUpperCase(Locale.ROOT) + " " + path, operation.path("parameters"));
        var body = operation.path("requestBody").path("content").path(BODY).path("schema");
        if (!body.isMissingNode()) {
            html.append("<h3>").append(text("docs.body")).append("</h3><p><code dir=\"ltr\">");
            html.append(escaped(type(body))).append("</code></p>");
        }
        answers(operation.path("responses"));
        html.append("</div></details>");
    }

    private void parameters(String operation, JsonNode parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        html.append("<h3>").append(text("docs.parameters")).append("</h3>");
        table(operation + " · " + text("docs.parameters"), "docs.name", "docs.in", "docs.type", "docs.about");
        for (var parameter : parameters) {
            var required = parameter.path("required").asBoolean(false) ? " · " + text("docs.required") : "";
            row(
                    parameter.path("name").asString(""),
                    parameter.path("in").asString(""),
                    type(parameter.path("schema")),
                    escaped(parameter.path("description").asString("")) + required);
        }
        html.append("</tbody></table></div>");
    }

    private void answers(JsonNode responses) {
        html.append("<h3>").append(text("docs.answers")).append("</h3><ul>");
        properties(responses).forEach((status, response) -> {
            var types = properties(response.path("content")).values().stream()
                    .map(content -> type(content.path("schema")))
                    .distinct()
                    .collect(Collectors.joining(", "));
            html.append("<li><code>").append(escaped(status)).append("</code> <code dir=\"ltr\">");
            html.append(escaped(types)).append("</code> <span class=\"quiet\" lang=\"en\">");
            html.append(escaped(response.path("description").asString(""))).append("</span></li>");
        });
        html.append("</ul>");
    }

    private void schema(String service, String name, JsonNode schema) {
        html.append("<details><summary dir=\"ltr\"><code>")
                .append(escaped(name))
                .append("</code></summary><div>");
        table(service + " · " + name, "docs.name", "docs.type", "docs.about");
        var required = schema.path("required").toString();
        properties(schema.path("properties")).forEach((property, value) -> {
            var about = escaped(value.path("description").asString(""));
            row(
                    property,
                    type(value),
                    required.contains("\"" + property + "\"") ? about + " · " + text("docs.required") : about);
        });
        html.append("</tbody></table></div></div></details>");
    }

    /** @param label tells this table from every other on the page */
    private void table(String label, String... headings) {
        html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        html.append(escaped(label)).append("\"><table><thead><tr>");
        for (var heading : headings) {
            html.append("<th scope=\"col\">").append(text(heading)).append("</th>");
        }
        html.append("</tr></thead><tbody>");
    }

    /** The last cell is HTML already. */
    private void row(String... cells) {
        html.append("<tr>");
        for (var i = 0; i < cells.length - 1; i++) {
            html.append("<td><code dir=\"ltr\">").append(escaped(cells[i])).append("</code></td>");
        }
        html.append("<td>").append(cells[cells.length - 1]).append("</td></tr>");
    }

    /** A schema in a few words: {@code string (date-time)}, {@code Event[]}, {@code DRAFT | PUBLISHED}. */
    private static String type(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        if (schema.has("items")) {
            return type(schema.path("items")) + "[]";
        }
        if (schema.has("enum")) {
            return schema.path("enum")
                    .valueStream()
                    .map(value -> value.asString(""))
                    .collect(Collectors.joining(" | "));
        }
        var format = schema.path("format").asString("");
        var type = schema.path("type");
        var name = type.isArray()
                ? type.valueStream().map(value -> value.asString("")).collect(Collectors.joining(" | "))
                : type.asString("");
        return format.isEmpty() ? name : name + " (" + format + ")";
    }

    private static Map<String, JsonNode> properties(JsonNode node) {
        return node.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private String text(String key) {
        return texts.getString(key);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
