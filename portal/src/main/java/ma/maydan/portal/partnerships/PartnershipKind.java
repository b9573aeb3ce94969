package ma.maydan.portal.partnerships;

import static ma.maydan.portal.form.FieldType.CHOICE;
import static ma.maydan.portal.form.FieldType.DATE;
import static ma.maydan.portal.form.FieldType.LOCALIZED;
import static ma.maydan.portal.form.FieldType.LONG;
import static ma.maydan.portal.form.FieldType.OWNER;
import static ma.maydan.portal.form.FieldType.REGISTERED;
import static ma.maydan.portal.kind.Column.Type.CODE;
import static ma.maydan.portal.kind.Column.Type.STATUS;
import static ma.maydan.portal.kind.Column.Type.TITLE;
import static ma.maydan.portal.kind.Overview.MINE;
import static ma.maydan.portal.kind.Overview.ORGANIZATION;
import static ma.maydan.portal.kind.Overview.QUEUE;

import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Owner;
import ma.maydan.portal.kind.Column;
import ma.maydan.portal.kind.Filter;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Shelf;
import ma.maydan.portal.kind.Steps;
import ma.maydan.portal.kind.Table;
import ma.maydan.portal.page.StatusLook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PartnershipKind {

    @Bean
    static Kind<Partnership> partnership() {
        return new Kind<>("partnership", Partnership.class, "partners")
                .form(PartnershipKind::form)
                .steps(PartnershipKind::steps)
                .menu(40)
                .catalog(18)
                .on(MINE, new Shelf(50, "me/partnerships", 5))
                .on(QUEUE, new Shelf(40, "partnership-reviews", 10))
                .table(PartnershipKind::table)
                .on(ORGANIZATION, new Shelf(30, "partnerships", 20))
                .codes("partnership.lever", "TALENT", "ECOSYSTEM", "WATCH")
                .codes("partnership.type", "FRAMEWORK", "PROGRAMME_CONTRACT", "SPECIFIC", "MOU")
                .codes(
                        "partnership.status",
                        "DRAFT",
                        "SUBMITTED",
                        "UNDER_REVIEW",
                        "CHANGES_REQUESTED",
                        "APPROVED",
                        "AWAITING_SIGNATURE",
                        "ACTIVE",
                        "SUSPENDED",
                        "EXPIRED",
                        "TERMINATED",
                        "COMPLETED",
                        "REJECTED",
                        "WITHDRAWN")
                .look("AWAITING_SIGNATURE", StatusLook.WAITING)
                .look("EXPIRED", StatusLook.STOPPED)
                .look("TERMINATED", StatusLook.STOPPED);
    }

    private static Table table(Table table) {
        return table.columns(
                        TITLE.of("title"),
                        CODE.of("type", "partnership.type"),
                        CODE.of("lever", "partnership.lever"),
                        Column.own("parties", Partnership.class, Partnership::names),
                        Column.Type.DATE.of("startsOn").sorted(),
                        Column.Type.DATE.of("updatedAt").sorted(),
                        STATUS.of("status", "partnership.status"))
                .usually("updatedAt")
                .filters(new Filter("type", "partnership.type", "partnership.type"))
                .together("approve");
    }

    private static Fields form(Fields form) {
        return form.row(OWNER.of("proposerOrganizationId").where(PartnershipKind::mayPropose))
                .row(REGISTERED.of("partnerOrganizationId").hinted().once())
                .row(LOCALIZED.of("title").required())
                .row(LONG.of("objectives").required().hinted())
                .row(
                        CHOICE.of("lever").from("partnership.lever").required().initially("ECOSYSTEM"),
                        CHOICE.of("type").from("partnership.type").required().initially("FRAMEWORK"))
                .row(DATE.of("startsOn").required(), DATE.of("endsOn").required());
    }

    /** Unless another is named, the other party is the cluster. */
    private static boolean mayPropose(Owner owner) {
        return owner.isVerified() && owner.isOwned() && !owner.kinds().contains("CLUSTER");
    }

    private static Steps steps(Steps steps) {
        return steps.direct("submit")
                .confirmed("approve", 2)
                .reasoned("request-changes", 1, "INCOMPLETE", "UNCLEAR", "WRONG_DATES")
                .reasoned("reject", 2, "NOT_ELIGIBLE", "DUPLICATE", "RULES_BREACH")
                .grave("withdraw", 1)
                .confirmed("resume", 1)
                .reasoned("suspend", 2, "COMMITMENTS_NOT_KEPT", "RULES_BREACH")
                .delete();
    }
}
