package ma.maydan.incubators.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.maydan.starter.text.PlainText;
import ma.maydan.starter.text.Typed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a row says of an organization, as a body of the API would; what is wrong with it is found there. */
final class RowReader {

    private static final Pattern SEPARATORS = Pattern.compile("[,;|،؛\\n]+");
    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})");

    private final List<ImportField> columns;

    RowReader(Mapping mapping) {
        this.columns = mapping.columns();
    }

    /** The id of an organization of the register that the row names; null when it names none. */
    @Nullable
    String id(Spreadsheet.Row row) {
        var id = cell(row, ImportField.ID);
        return id == null ? null : Typed.identifier(id);
    }

    /** Null when it names none. */
    @Nullable
    String ice(Spreadsheet.Row row) {
        var ice = cell(row, ImportField.ICE);
        return ice == null ? null : Typed.identifier(ice);
    }

    /** What it is called, for people who look for it; null when it is called nothing. */
    @Nullable
    String name(Spreadsheet.Row row) {
        return Stream.of(ImportField.LEGAL_NAME_FR, ImportField.LEGAL_NAME_AR, ImportField.LEGAL_NAME_EN)
                .map(field -> cell(row, field))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String cell(Spreadsheet.Row row, ImportField field) {
        var column = columns.indexOf(field);
        var cell = column < 0 ? "" : row.cell(column);
        return PlainText.hasSomethingVisible(cell) ? cell : null;
    }

    /**
     * What an organization would say of itself. Where a cell is empty it goes on saying what it said.
     *
     * @param before as a body of the API; empty for one that is new
     */
    ObjectNode over(ObjectNode before, Spreadsheet.Row row) {
        var said = before.deepCopy();
        for (var field : columns) {
            var cell = field.member().isEmpty() ? null : cell(row, field);
            if (cell != null) {
                put(said, field, cell);
            }
        }
        return said;
    }

    private static void put(ObjectNode said, ImportField field, String cell) {
        switch (field) {
            case RC, IF, CNSS, LEI -> identifier(said, field.name(), cell);
            case KINDS -> codes(said, field, "kind", cell);
            case SECTORS -> codes(said, field, "sector", cell);
            case STAGE -> said.put(field.member(), Wording.code("stage", cell));
            case REGION -> said.put(field.member(), Wording.code("region", cell));
            case FOUNDED_ON -> said.put(field.member(), day(cell));
            default -> {
                if (field.language() == null) {
                    said.put(field.member(), cell.strip());
                } else {
                    text(said, field.member()).put(field.language(), cell);
                }
            }
        }
    }

    private static ObjectNode text(ObjectNode said, String member) {
        return said.get(member) instanceof ObjectNode text ? text : said.putObject(member);
    }

    private static void identifier(ObjectNode said, String scheme, String value) {
        var all = said.get("identifiers") instanceof ArrayNode some ? some : said.putArray("identifiers");
        all.removeIf(one -> one.path("scheme").asString("").equals(scheme));
        all.add(JsonNodeFactory.instance.objectNode().put("scheme", scheme).put("value", value.strip()));
    }

    /** The words of a code may have what else parts several. */
    private static void codes(ObjectNode said, ImportField field, String list, String cell) {
        var several = Wording.knows(list, cell) ? List.of(cell) : Arrays.asList(SEPARATORS.split(cell));
        var codes = said.putArray(field.member());
        several.stream().filter(PlainText::hasSomethingVisible).forEach(one -> codes.add(Wording.code(list, one)));
    }

    /** As in ISO 8601 where it is written as days are in Morocco; else as it is. */
    private static String day(String cell) {
        var typed = Typed.identifier(cell);
        var day = DAY.matcher(typed);
        return day.matches()
                ? "%s-%02d-%02d".formatted(day.group(3), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)))
                : typed.toUpperCase(Locale.ROOT).replaceFirst("T.*", "");
    }
}
