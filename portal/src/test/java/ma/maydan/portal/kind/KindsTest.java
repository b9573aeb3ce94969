package ma.maydan.portal.kind;

import static ma.maydan.portal.form.FieldType.TEXT;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import ma.maydan.portal.page.Codes;
import ma.sample.TreeKind;
import ma.sample.TreeKind.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kind that is not whole fails at start. */
class KindsTest {

    @Test
    void aWholeKindIsFound() {
        assertThatCode(() -> new Kinds(List.of(tree()))).doesNotThrowAnyException();
    }

    @Test
    void aKindWithoutFragmentsIsNone() {
        fails("templates/bushs/parts.html", new Kind<>("bush", Tree.class, "events"));
    }

    @Test
    void aFieldIsAPartOfItsRecord() {
        fails("Tree has no height", tree().form(form -> form.row(TEXT.of("height"))));
    }

    @Test
    void aTableHasOnlyWhatThereIs() {
        fails("The table of tree has no [height", tree().table(table -> table.columns(Column.Type.DATE.of("height"))));
        fails("The table of tree has no [age]", tree().table(table -> table.usually("age")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "climb"})
    void whatIsTakenWithSeveralIsAStepOfItsOwnAndNoDeletion(String step) {
        fails(
                "The table of tree has no [" + step + "]",
                tree().steps(steps -> steps.reasoned("prune", 1)
                                .explained("explain", 1)
                                .delete())
                        .table(table -> table.together(step)));
    }

    @Test
    void anAddressIsOfOneKind() {
        fails("Two kinds are at /trees", tree(), tree());
    }

    @Test
    void aListOfCodesIsOfOneKind() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Codes(List.of(tree().codes("sector", "WOOD"))))
                .withMessageContaining("sector");
    }

    private static Kind<Tree> tree() {
        return TreeKind.tree();
    }

    private static void fails(String why, Kind<?>... kinds) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Kinds(List.of(kinds)))
                .withMessageContaining(why);
    }
}
