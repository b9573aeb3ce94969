package ma.maydan.portal.organizations;

import static ma.maydan.portal.form.FieldType.ADDRESS;
import static ma.maydan.portal.form.FieldType.CHOICE;
import static ma.maydan.portal.form.FieldType.CHOICES;
import static ma.maydan.portal.form.FieldType.DATE;
import static ma.maydan.portal.form.FieldType.IDENTIFIER;
import static ma.maydan.portal.form.FieldType.LOCALIZED;
import static ma.maydan.portal.form.FieldType.LONG;
import static ma.maydan.portal.form.FieldType.PHONE;
import static ma.maydan.portal.form.FieldType.TEXT;
import static ma.maydan.portal.kind.Column.Type.CODE;
import static ma.maydan.portal.kind.Column.Type.CODES;
import static ma.maydan.portal.kind.Column.Type.STATUS;
import static ma.maydan.portal.kind.Column.Type.TITLE;
import static ma.maydan.portal.kind.Overview.HOME;
import static ma.maydan.portal.kind.Overview.MINE;
import static ma.maydan.portal.kind.Overview.QUEUE;

import java.util.List;
import ma.maydan.portal.form.Field;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.kind.Chip;
import ma.maydan.portal.kind.Column;
import ma.maydan.portal.kind.Filter;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Picture;
import ma.maydan.portal.kind.Shelf;
import ma.maydan.portal.kind.Steps;
import ma.maydan.portal.kind.Table;
import ma.maydan.portal.page.StatusLook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrganizationKind {

    @Bean
    static Kind<Organization> organization() {
        return new Kind<>("organization", Organization.class, "incubators")
                .form(OrganizationKind::form)
                .steps(OrganizationKind::steps)
                .picture(Picture.named("logo", Organization::logo))
                .menu(30)
                .catalog(
                        24,
                        new Filter("kind", "organization.kind", "organization.kinds"),
                        new Filter("sector", "sector", "organization.filter.sector"),
                        new Filter("stage", "organization.stage", "organization.stage"),
                        new Filter("region", "region", "organization.region"))
                .catalog(catalog -> catalog.chips(Chip.of("partner", "organization.filter.partner")))
                .searched()
                .on(HOME, new Shelf(30, "organizations", 8))
                .on(MINE, new Shelf(20, "me/organizations", 5))
                .on(QUEUE, new Shelf(10, "verification-cases", 10))
                .table(OrganizationKind::table)
                .codes(
                        "organization.kind",
                        "STARTUP",
                        "SME",
                        "INCUBATOR",
                        "ACCELERATOR",
                        "PROFESSIONAL_BODY",
                        "TRAINING_OPERATOR",
                        "UNIVERSITY",
                        "PUBLIC_BODY",
                        "CORPORATE",
                        "INVESTOR",
                        "CLUSTER",
                        "MEDIA")
                .codes(
                        "organization.status",
                        "DRAFT",
                        "SUBMITTED",
                        "UNDER_REVIEW",
                        "INFO_REQUESTED",
                        "VERIFIED",
                        "LAPSED",
                        "REJECTED",
                        "WITHDRAWN",
                        "SUSPENDED",
                        "REVOKED",
                        "RETIRED")
                .codes("organization.stage", "IDEATION", "VALIDATION", "EARLY_TRACTION", "SCALING", "MATURE", "CLOSED")
                .codes("organization.entityStatus", "ACTIVE", "INACTIVE")
                .codes("organization.visibility", "PUBLIC", "MEMBERS", "STEALTH")
                .codes("organization.identifier", "RC", "IF", "CNSS", "LEI")
                .codes("organization.role", "OWNER", "ADMIN", "EDITOR", "VIEWER")
                .codes(
                        "evidence.item",
                        "FOUNDING_DOCUMENT",
                        "MANDATE",
                        "PREMISES",
                        "TRACK_RECORD",
                        "STAFF",
                        "COHORT_RESULTS",
                        "TRAINING_AUTHORIZATION",
                        "TAX_CERTIFICATE")
                .codes(
                        "case.happened",
                        "SUBMITTED",
                        "TAKEN",
                        "RELEASED",
                        "INFO_REQUESTED",
                        "INFO_PROVIDED",
                        "REMINDED",
                        "WITHDRAWN",
                        "VERIFIED",
                        "REJECTED",
                        "APPEALED",
                        "APPEAL_ACCEPTED",
                        "APPEAL_DISMISSED")
                .codes("check", "REGISTER_EXTRACT", "LEGAL_REPRESENTATIVE", "ADDRESS", "ACTIVITY", "SANCTIONS")
                .codes("check.result", "PASS", "FAIL", "WAIVED")
                .codes("case.assigned", "ME", "NOBODY", "SOMEBODY")
                .codes("case.overdue", "true")
                .codes("case.appealed", "true")
                .codes("lookalikes.why", "SAME_NAME", "SAME_LETTERS", "OTHER_SCRIPT", "SAME_ICE")
                .look("VERIFIED", StatusLook.GOOD)
                .look("INFO_REQUESTED", StatusLook.WAITING)
                .look("LAPSED", StatusLook.WAITING)
                .look("REVOKED", StatusLook.STOPPED)
                .look("RETIRED", StatusLook.STOPPED);
    }

    private static Table table(Table table) {
        return table.columns(
                        TITLE.of("legalName").sortedBy("slug"),
                        CODES.of("kinds", "organization.kind"),
                        CODE.of("region", "region"),
                        Column.Type.DATE.of("submittedAt").sorted(),
                        Column.Type.DATE.of("dueOn").sorted(),
                        CODE.of("assigned", "case.assigned"),
                        STATUS.of("registrationStatus", "organization.status"))
                .usually("submittedAt")
                .filters(
                        new Filter(
                                "status",
                                "organization.status",
                                "organization.registrationStatus",
                                "filter.all.waiting",
                                List.of(
                                        "SUBMITTED",
                                        "UNDER_REVIEW",
                                        "INFO_REQUESTED",
                                        "VERIFIED",
                                        "LAPSED",
                                        "REJECTED",
                                        "WITHDRAWN",
                                        "SUSPENDED",
                                        "REVOKED",
                                        "RETIRED")),
                        new Filter(
                                "assigned",
                                "case.assigned",
                                "organization.assigned",
                                "filter.all.assigned",
                                List.of("ME", "NOBODY")),
                        new Filter(
                                "overdue", "case.overdue", "organization.dueOn", "filter.all.overdue", List.of("true")),
                        new Filter(
                                "appealed",
                                "case.appealed",
                                "organization.appealed",
                                "filter.all.appealed",
                                List.of("true")))
                .together("take", "verify");
    }

    private static Fields form(Fields form) {
        return form.row(LOCALIZED.of("legalName").required().hinted())
                .row(CHOICES.of("kinds")
                        .from("organization.kind")
                        .required()
                        .hinted()
                        .forAdmins("CLUSTER"))
                .row(
                        IDENTIFIER.of("ice").hinted().needed("form.neededToSubmit"),
                        CHOICE.of("region").from("region").required())
                .row(Field.group(
                        "identifiers",
                        4,
                        CHOICE.of("scheme").from("organization.identifier").required(),
                        IDENTIFIER.of("value").required()))
                .row(LOCALIZED.of("city"))
                .row(CHOICES.of("sectors").from("sector").hinted())
                .row(CHOICE.of("stage").from("organization.stage").hinted(), DATE.of("foundedOn"))
                .row(ADDRESS.of("website").hinted(), PHONE.of("phone").hinted())
                .row(Field.group(
                        "links",
                        10,
                        TEXT.of("label").required(),
                        ADDRESS.of("address").required()))
                .row(LONG.of("description").hinted())
                .row(
                        CHOICE.of("entityStatus")
                                .from("organization.entityStatus")
                                .required()
                                .initially("ACTIVE")
                                .hinted(),
                        CHOICE.of("visibility")
                                .from("organization.visibility")
                                .required()
                                .initially("PUBLIC")
                                .hinted());
    }

    private static Steps steps(Steps steps) {
        return steps.confirmed("submit", 2)
                .confirmed("renew", 2)
                .direct("take")
                .direct("release")
                .direct("take-over")
                .confirmed("checks", 2)
                .confirmed("request-info", 2)
                .confirmed("provide-info", 1)
                .confirmed("verify", 3)
                .reasoned(
                        "reject",
                        2,
                        "INCOMPLETE_EVIDENCE",
                        "NAME_MISMATCH",
                        "NOT_ELIGIBLE",
                        "DUPLICATE",
                        "RULES_BREACH")
                .confirmed("appeal", 2)
                .confirmed("accept-appeal", 2)
                .reasoned(
                        "dismiss-appeal",
                        2,
                        "INCOMPLETE_EVIDENCE",
                        "NAME_MISMATCH",
                        "NOT_ELIGIBLE",
                        "DUPLICATE",
                        "RULES_BREACH")
                .argued("trust", 2, "KEEPS_THE_RULES")
                .reasoned("distrust", 2, "RULES_BREACH", "COMMITMENTS_NOT_KEPT")
                .explained("reinstate", 2, "CAUSE_REMEDIED", "DECIDED_IN_ERROR")
                .direct("take-change")
                .confirmed("accept-change", 2)
                .reasoned(
                        "return-change",
                        1,
                        "INCOMPLETE_EVIDENCE",
                        "NAME_MISMATCH",
                        "NOT_ELIGIBLE",
                        "DUPLICATE",
                        "RULES_BREACH")
                .confirmed("withdraw-change", 1)
                .reasoned("suspend", 4, "RULES_BREACH", "NOT_ELIGIBLE", "NAME_MISMATCH", "DUPLICATE")
                .grave("propose-revocation", 3)
                .confirmed("withdraw-revocation", 1)
                .confirmed("hearing", 2)
                .grave("revoke", 4)
                .grave("retire", 4)
                .delete();
    }
}
