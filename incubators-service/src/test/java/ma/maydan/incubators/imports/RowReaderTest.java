package ma.maydan.incubators.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RowReaderTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void aRowSaysWhatABodyOfTheApiWould() {
        var reader = reader(
                ImportField.LEGAL_NAME_FR,
                ImportField.LEGAL_NAME_AR,
                ImportField.ICE,
                ImportField.KINDS,
                ImportField.SECTORS,
                ImportField.REGION,
                ImportField.RC,
                ImportField.IGNORED);

        assertThat(reader.over(
                        JSON.createObjectNode(),
                        row(
                                "Atlas",
                                "أطلس",
                                " 0015 0000 0000 001",
                                "Incubateur ; Startup",
                                "Mobilité et logistique,Edtech",
                                "فاس - مكناس",
                                "123",
                                "x")))
                .isEqualTo(json("""
                    {"legalName": {"fr": "Atlas", "ar": "أطلس"}, "ice": "0015 0000 0000 001",
                     "kinds": ["INCUBATOR", "STARTUP"], "sectors": ["LOGISTICS", "EDTECH"], "region": "MA-03",
                     "identifiers": [{"scheme": "RC", "value": "123"}]}\
                    """));
    }

    @Test
    void whereACellIsEmptyTheRegisterGoesOnSayingWhatItSaid() {
        var before = json("""
            {"legalName": {"fr": "Atlas", "ar": "أطلس"}, "region": "MA-03", "website": "https://atlas.ma",
             "identifiers": [{"scheme": "RC", "value": "1"}, {"scheme": "IF", "value": "2"}], "sectors": ["AI"]}\
            """);
        var reader = reader(
                ImportField.LEGAL_NAME_FR,
                ImportField.REGION,
                ImportField.WEBSITE,
                ImportField.RC,
                ImportField.SECTORS);

        var after = reader.over(before, row("Atlas II", "", "\u200F \u00A0", "9", ""));

        assertThat(after).isEqualTo(json("""
            {"legalName": {"fr": "Atlas II", "ar": "أطلس"}, "region": "MA-03", "website": "https://atlas.ma",
             "identifiers": [{"scheme": "IF", "value": "2"}, {"scheme": "RC", "value": "9"}], "sectors": ["AI"]}\
            """));
        assertThat(before.at("/legalName/fr").asString()).isEqualTo("Atlas");
    }

    @ParameterizedTest
    @CsvSource({
        "15/03/2021, 2021-03-15",
        "5-3-2021, 2021-03-05",
        "15.03.2021, 2021-03-15",
        "2021-03-15, 2021-03-15",
        "٢٠٢١-٠٣-١٥, 2021-03-15",
        "2021, 2021",
        "31/02/2021, 2021-02-31",
        "mars 2021, MARS2021"
    })
    void daysAreReadAsTheyAreWrittenHere(String typed, String day) {
        assertThat(reader(ImportField.FOUNDED_ON)
                        .over(JSON.createObjectNode(), row(typed))
                        .path("foundedOn")
                        .asString())
                .isEqualTo(day);
    }

    @Test
    void itIsFoundByWhatItNames() {
        var reader = reader(ImportField.ID, ImportField.ICE, ImportField.LEGAL_NAME_EN);
        assertThat(reader.id(row(" \u200Eabc-1 "))).isEqualTo("abc-1");
        assertThat(reader.ice(row("", "٠٠١٥٠٠٠٠٠٠٠٠٠٠١"))).isEqualTo("001500000000001");
        assertThat(reader.ice(row(""))).isNull();
        assertThat(reader.name(row("", "", "Atlas"))).isEqualTo("Atlas");
        assertThat(reader.name(row("", "1"))).isNull();
    }

    private static RowReader reader(ImportField... columns) {
        return new RowReader(new Mapping(List.of(columns)));
    }

    private static Spreadsheet.Row row(String... cells) {
        return new Spreadsheet.Row(2, List.of(cells));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text);
    }
}
