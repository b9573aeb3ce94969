package ma.maydan.incubators.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.Sector;
import ma.maydan.starter.vocabulary.StartupStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Raison sociale | LEGAL_NAME_FR",
                "RAISON  SOCIALE : | LEGAL_NAME_FR",
                "Raison sociale (AR) | LEGAL_NAME_AR",
                "Nom en anglais | LEGAL_NAME_EN",
                "Nom en arabe | LEGAL_NAME_AR",
                "Nom (anglais) | LEGAL_NAME_EN",
                "Nom de l'entreprise | LEGAL_NAME_FR",
                "Name | LEGAL_NAME_EN",
                "الاسم | LEGAL_NAME_AR",
                "الإسم | LEGAL_NAME_AR",
                "الاسم بالفرنسية | LEGAL_NAME_FR",
                "N° ICE | ICE",
                "I.C.E. | ICE",
                "\u200FICE\u200F | ICE",
                "التعريف الموحد للمقاولة | ICE",
                "Région | REGION",
                "REGION | REGION",
                "الجهة | REGION",
                "Ville | CITY_FR",
                "Date de création | FOUNDED_ON",
                "Secteur d’activité | SECTORS",
                "Type | KINDS",
                "Téléphone | PHONE",
                "Observations | IGNORED",
                "id | IGNORED",
            })
    void columnsAreKnownByTheirNames(String name, ImportField field) {
        assertThat(Wording.column(name)).isEqualTo(field);
    }

    @Test
    void aColumnWithoutANameIsNoneAndOfTwoTheFirstCounts() {
        assertThat(Wording.columns(List.of("Nom", "", "Raison sociale", "Observations", "ICE")))
                .containsExactly(
                        ImportField.LEGAL_NAME_FR,
                        ImportField.IGNORED,
                        ImportField.IGNORED,
                        ImportField.IGNORED,
                        ImportField.ICE);
    }

    @ParameterizedTest
    @CsvSource({
        "region, Casablanca - Settat, MA-06",
        "region, فاس-مكناس, MA-03",
        "region, MA-12, MA-12",
        "region, Atlantide, Atlantide",
        "kind, Start-up, STARTUP",
        "kind, حاضنة, INCUBATOR",
        "sector, Intelligence artificielle, AI",
        "stage, Scaling, SCALING"
    })
    void codesAreKnownByTheirNames(String list, String typed, String code) {
        assertThat(Wording.code(list, typed)).isEqualTo(code);
    }

    /** What the words are made for is what the API knows. */
    @Test
    void eachCodeIsKnown() {
        for (var kind : OrganizationKind.values()) {
            assertThat(Wording.knows("kind", kind.name())).as(kind.name()).isTrue();
        }
        for (var sector : Sector.values()) {
            assertThat(Wording.knows("sector", sector.name())).as(sector.name()).isTrue();
        }
        for (var stage : StartupStage.values()) {
            assertThat(Wording.knows("stage", stage.name())).as(stage.name()).isTrue();
        }
        for (var region = 1; region <= 12; region++) {
            assertThat(Wording.knows("region", "MA-%02d".formatted(region))).isTrue();
        }
    }

    @Test
    void aMappingSaysOfEachColumnOnceWhatItIs() {
        assertThat(faults(2, ImportField.ICE)).extracting(FieldProblem::code).containsExactly("each-column");
        assertThat(faults(3, ImportField.ICE, ImportField.REGION, ImportField.ICE))
                .extracting(FieldProblem::pointer)
                .containsExactly("/columns/2");
        assertThat(faults(2, ImportField.IGNORED, ImportField.REGION))
                .extracting(FieldProblem::code)
                .containsExactly("mapping-name");
        new Mapping(List.of(ImportField.IGNORED, ImportField.IGNORED, ImportField.ID)).require(3);
    }

    private static List<FieldProblem> faults(int columns, ImportField... said) {
        var refused = new ArrayList<FieldProblem>();
        assertThatThrownBy(() -> new Mapping(List.of(said)).require(columns))
                .isInstanceOfSatisfying(ProblemException.class, problem -> refused.addAll(problem.errors()));
        return refused;
    }
}
