package ma.maydan.portal.programs;

import static ma.maydan.portal.form.FieldType.CHOICE;
import static ma.maydan.portal.form.FieldType.CHOICES;
import static ma.maydan.portal.form.FieldType.LOCALIZED;
import static ma.maydan.portal.form.FieldType.LONG;
import static ma.maydan.portal.form.FieldType.MONEY;
import static ma.maydan.portal.form.FieldType.OWNER;
import static ma.maydan.portal.kind.Column.Type.CODE;
import static ma.maydan.portal.kind.Column.Type.DATE;
import static ma.maydan.portal.kind.Column.Type.NAME;
import static ma.maydan.portal.kind.Column.Type.STATUS;
import static ma.maydan.portal.kind.Column.Type.TITLE;
import static ma.maydan.portal.kind.Overview.HOME;
import static ma.maydan.portal.kind.Overview.MINE;
import static ma.maydan.portal.kind.Overview.ORGANIZATION;
import static ma.maydan.portal.kind.Overview.QUEUE;

import java.util.Collections;
import java.util.Set;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Owner;
import ma.maydan.portal.kind.Filter;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Shelf;
import ma.maydan.portal.kind.Steps;
import ma.maydan.portal.kind.Table;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProgramKind {

    private static final Set<String> OPERATORS = Set.of(
            "INCUBATOR",
            "ACCELERATOR",
            "PROFESSIONAL_BODY",
            "UNIVERSITY",
            "TRAINING_OPERATOR",
            "CLUSTER",
            "PUBLIC_BODY");

    @Bean
    static Kind<Program> program() {
        return new Kind<>("program", Program.class, "incubators")
                .form(ProgramKind::form)
                .steps(ProgramKind::steps)
                .menu(20)
                .catalog(18)
                .searched()
                .on(HOME, new Shelf(20, "programs", 3))
                .on(MINE, new Shelf(40, "me/programs", 5))
                .on(QUEUE, new Shelf(20, "program-reviews", 10))
                .table(ProgramKind::table)
                .on(ORGANIZATION, new Shelf(20, "programs", 20))
                .codes(
                        "program.kind",
                        "INCUBATION",
                        "ACCELERATION",
                        "PRE_INCUBATION",
                        "TRAINING_BOOTCAMP",
                        "HACKATHON",
                        "SOFT_LANDING",
                        "OPEN_INNOVATION")
                .codes("program.mode", "IN_PERSON", "ONLINE", "HYBRID")
                .codes(
                        "program.status",
                        "DRAFT",
                        "IN_REVIEW",
                        "CHANGES_REQUESTED",
                        "PUBLISHED",
                        "SUSPENDED",
                        "ARCHIVED");
    }

    private static Table table(Table table) {
        return table.columns(
                        TITLE.of("title"),
                        CODE.of("kind", "program.kind"),
                        NAME.of("organizationName"),
                        DATE.of("submittedAt").sorted(),
                        STATUS.of("status", "program.status"))
                .usually("submittedAt")
                .filters(new Filter("kind", "program.kind", "program.kind"))
                .together("publish");
    }

    private static Fields form(Fields form) {
        return form.row(OWNER.of("organizationId").where(ProgramKind::mayHaveOne))
                .row(LOCALIZED.of("title").required().hinted())
                .row(LONG.of("summary").required().hinted())
                .row(
                        CHOICE.of("kind").from("program.kind").required().initially("INCUBATION"),
                        CHOICE.of("mode").from("program.mode").required().initially("IN_PERSON"))
                .row(CHOICES.of("languages").from("language").required())
                .row(CHOICES.of("sectors").from("sector"))
                .row(MONEY.of("funding").hinted());
    }

    private static boolean mayHaveOne(Owner owner) {
        return owner.isVerified() && owner.mayEdit() && !Collections.disjoint(owner.kinds(), OPERATORS);
    }

    private static Steps steps(Steps steps) {
        return steps.direct("submit")
                .direct("publish")
                .reasoned("request-changes", 1, "INCOMPLETE", "UNCLEAR", "NOT_ELIGIBLE", "DUPLICATE", "RULES_BREACH")
                .grave("archive", 2)
                .delete();
    }
}
