package ma.maydan.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class GroupTest {

    private static final Group LINKS =
            (Group) Field.group("links", 3, FieldType.TEXT.of("label").required(), FieldType.ADDRESS.of("address"));
    private static final Fields FORM = Fields.of("speaker").row(LINKS);

    public record Link(String label, String address) {}

    public record Speaker(List<Link> links) {}

    @Test
    void whatIsThereFillsItsRowsAndLeavesRoomForOneMore() {
        var form = FORM.filled(new Speaker(List.of(new Link("Site", "https://a.example"))), 3);

        assertThat(form.value("links.0.address")).isEqualTo("https://a.example");
        assertThat(LINKS.rows(form)).hasSize(2);
        assertThat(LINKS.rows(form).getFirst())
                .extracting(Field::name)
                .containsExactly("links.0.label", "links.0.address");
        assertThat(LINKS.rows(form).getFirst())
                .extracting(Field::label)
                .containsExactly("links.label", "links.address");
    }

    @Test
    void rowsThatAreLeftEmptyAreNotSentAndTheOthersKeepTheirOrder() {
        var form = typed(
                "links.0.label", " ", "links.1.label", "Site", "links.1.address", "a.example", "links.2.label", "Blog");

        assertThat(form.body())
                .isEqualTo(Map.of(
                        "links", List.of(Map.of("label", "Site", "address", "a.example"), Map.of("label", "Blog"))));
        assertThat(form.value("links.0.label")).isEqualTo("Site");
        assertThat(LINKS.rows(form)).hasSize(3);
        assertThat(LINKS.hasRoom(form)).isFalse();
        assertThat(typed().body()).isEqualTo(Map.of("links", List.of()));
    }

    private static Form typed(String... namesAndValues) {
        var values = new LinkedMultiValueMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            values.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return FORM.typed(values);
    }
}
