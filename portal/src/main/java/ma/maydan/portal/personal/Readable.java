package ma.maydan.portal.personal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.portal.notices.Area;
import ma.maydan.portal.page.Formats;
import ma.maydan.portal.page.Language;
import ma.maydan.portal.page.Texts;
import tools.jackson.databind.JsonNode;

/** What the services hold of a person, as a page shows it. */
record Readable(Language language, Texts texts) {

    /** @param items none where nothing is held */
    public record Part(String code, List<List<Line>> items) {}

    /** @param name in words, or as it is stored when there are none */
    public record Line(String name, String value) {}

    static List<Part> parts(Map<Area, JsonNode> mine, Language language, Texts texts) {
        var readable = new Readable(language, texts);
        return mine.values().stream()
                .flatMap(area -> area.path("parts").valueStream())
                .map(readable::part)
                .filter(part -> !part.items().isEmpty())
                .toList();
    }

    private Part part(JsonNode part) {
        return new Part(
                part.path("code").asString(),
                part.path("items").valueStream().map(this::lines).toList());
    }

    private List<Line> lines(JsonNode item) {
        var lines = new ArrayList<Line>();
        item.properties().forEach(field -> {
            var words = texts.orNull("personal.field." + field.getKey());
            lines.add(new Line(words == null ? field.getKey() : words, value(field.getValue())));
        });
        return lines;
    }

    private String value(JsonNode value) {
        if (value.isObject()) {
            return own(value);
        }
        if (value.isArray()) {
            return value.valueStream().map(this::value).collect(Collectors.joining("; "));
        }
        if (value.isBoolean()) {
            return texts.of(value.asBoolean() ? "personal.yes" : "personal.no");
        }
        return time(value.asString());
    }

    /** A text in the language of the page, or the values one after the other. */
    private String own(JsonNode object) {
        return Stream.of(language.code(), "fr", "en", "ar")
                .map(object::path)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst()
                .orElseGet(() -> object.values().stream().map(this::value).collect(Collectors.joining(" · ")));
    }

    private String time(String text) {
        if (text.length() < 20 || !text.endsWith("Z")) {
            return text;
        }
        try {
            return Formats.of(language).dateTime(Instant.parse(text));
        } catch (DateTimeParseException noTime) {
            return text;
        }
    }
}
