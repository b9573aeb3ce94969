package ma.maydan.portal.imports;

import java.util.List;
import ma.maydan.portal.kind.Column;
import ma.maydan.portal.kind.Column.Type;
import ma.maydan.portal.kind.Filter;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.page.StatusLook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportKind {

    /** Its rows: no kind of their own, but a table of their own. */
    static final Kind<ImportRow> ROWS = new Kind<>("row", ImportRow.class, "incubators")
            .table(table -> table.columns(
                            Type.PLAIN.of("number"),
                            Column.own("name", ImportRow.class, ImportRow::name),
                            Type.CODE.of("outcome", "import.outcome"),
                            Column.own("reasons", ImportRow.class, ImportRow::reasons),
                            Type.CODES.of("changed", "organization"),
                            Type.CODES.of("material", "organization"),
                            new Column("end", Type.CODE, "import.end", null, one -> ((ImportRow) one).end()),
                            Type.ACTIONS.of("decide"))
                    .filters(
                            new Filter("outcome", "import.outcome", "row.outcome", "import.all.outcomes", List.of()),
                            new Filter("result", "import.end", "row.end", "import.all.ends", List.of())));

    @Bean
    static Kind<OrganizationImport> organizationImport() {
        return new Kind<>("import", OrganizationImport.class, "incubators")
                .steps(steps -> steps.confirmed("run", 4).grave("undo", 3).grave("discard", 2))
                .codes(
                        "import.status",
                        "UPLOADED",
                        "CHECKING",
                        "CHECKED",
                        "RUNNING",
                        "DONE",
                        "UNDOING",
                        "UNDONE",
                        "DISCARDED")
                .codes("import.outcome", "NEW", "UPDATE", "DUPLICATE", "UNCHANGED", "WRONG")
                .codes(
                        "import.end",
                        "CREATED",
                        "UPDATED",
                        "CHANGED_MEANWHILE",
                        "CONFLICT_OF_INTEREST",
                        "UNDONE",
                        "TOUCHED")
                .codes(
                        "import.field",
                        "IGNORED",
                        "ID",
                        "LEGAL_NAME_AR",
                        "LEGAL_NAME_FR",
                        "LEGAL_NAME_EN",
                        "ICE",
                        "RC",
                        "IF",
                        "CNSS",
                        "LEI",
                        "KINDS",
                        "SECTORS",
                        "STAGE",
                        "REGION",
                        "CITY_AR",
                        "CITY_FR",
                        "CITY_EN",
                        "FOUNDED_ON",
                        "WEBSITE",
                        "PHONE",
                        "DESCRIPTION_AR",
                        "DESCRIPTION_FR",
                        "DESCRIPTION_EN")
                .look("UPLOADED", StatusLook.DRAFT)
                .look("CHECKING", StatusLook.WAITING)
                .look("CHECKED", StatusLook.ATTENTION)
                .look("RUNNING", StatusLook.WAITING)
                .look("DONE", StatusLook.GOOD)
                .look("UNDOING", StatusLook.WAITING)
                .look("UNDONE", StatusLook.STOPPED)
                .look("DISCARDED", StatusLook.STOPPED);
    }
}
