package ma.maydan.incubators.organization;

import java.util.List;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Impersonal;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalDocuments;
import ma.maydan.starter.personal.PersonalFields;
import ma.maydan.starter.personal.PersonalParts;
import ma.maydan.starter.personal.SeenBy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the register holds of people. */
@Configuration(proxyBeanMethods = false)
class OrganizationPeople {

    @Bean
    PersonalData membersOfOrganizations(OrganizationStore organizations) {
        return PersonalParts.of(
                organizations.aggregates(),
                Declared.of(
                        "member",
                        "organizations",
                        Kept.days(0, Kept.Since.MEMBERSHIP_END),
                        SeenBy.MEMBERS,
                        SeenBy.STAFF),
                PersonalFields.removingFrom("membership.members", "personId").naming("membership.slot"),
                List.of("_id", "profile.legalName", "membership.members"));
    }

    @Bean
    PersonalData decisionsOnOrganizations(OrganizationStore organizations) {
        return PersonalParts.of(
                organizations.aggregates(),
                Declared.of("decision", "organizations", Kept.years(5, Kept.Since.DECISION), SeenBy.STAFF),
                PersonalFields.replacing("stage.decisions.decidedBy")
                        .since("at")
                        .and(PersonalFields.replacing("stage.takenBy").since("/updatedAt"))
                        .and(PersonalFields.replacing("entry.change.takenBy").since("/updatedAt"))
                        .and(PersonalFields.replacing("stage.caseFiles.all.appeal.by")
                                .since("at"))
                        .and(PersonalFields.replacing("stage.caseFiles.all.appeal.answer.by")
                                .since("at"))
                        .and(PersonalFields.replacing("stage.ending.by").since("at"))
                        .and(PersonalFields.replacing("stage.ending.hearing.by").since("at"))
                        .and(PersonalFields.replacing("stage.caseFiles.all.timeline.by")
                                .since("at"))
                        .and(PersonalFields.replacing("stage.caseFiles.all.review.checks.by")
                                .since("at")),
                List.of("_id", "profile.legalName", "stage.decisions", "stage.caseFiles.all.timeline"));
    }

    /** That all is as it was. */
    @Bean
    PersonalData statementsOfOrganizations(OrganizationStore organizations) {
        return PersonalParts.of(
                organizations.aggregates(),
                Declared.of("statement", "organizations", Kept.years(5, Kept.Since.DECISION), SeenBy.STAFF),
                PersonalFields.replacing("entry.confirmation.statements.by").since("at"),
                List.of("_id", "profile.legalName", "entry.confirmation.statements"));
    }

    /** Notes go with who has written them. */
    @Bean
    PersonalData notesOnOrganizations(OrganizationStore organizations) {
        return PersonalParts.of(
                organizations.aggregates(),
                Declared.of("case-note", "organizations", Kept.years(5, Kept.Since.WRITTEN), SeenBy.STAFF),
                PersonalFields.removingFrom("stage.caseFiles.all.review.notes", "by")
                        .since("at"),
                List.of("_id", "profile.legalName", "stage.caseFiles.all.review.notes"));
    }

    /** What is given for a verification can name people who have no account. */
    @Bean
    PersonalData papersOfOrganizations() {
        return PersonalDocuments.ofOthers(Declared.of(
                "evidence", "papers.files", Kept.years(5, Kept.Since.DECISION), SeenBy.MEMBERS, SeenBy.STAFF));
    }

    @Bean
    Impersonal partsOfPapers() {
        return Impersonal.of("papers.chunks");
    }
}
